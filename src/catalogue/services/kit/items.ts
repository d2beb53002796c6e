import type { Medium, StorageItem } from "../../../core/config/service.ts";
import type { MessageKey } from "../../../core/config/messages.ts";

/** What comes after `purpose.` in the message keys. */
export type Purpose = MessageKey extends infer Key
  ? Key extends `purpose.${infer Name}`
    ? Name
    : never
  : never;

/** Storage items that differ in nothing but their name. */
export function items(
  medium: Medium,
  purpose: Purpose,
  lifetime: string,
  names: readonly string[],
  more?: Pick<StorageItem, "party" | "keep" | "httpOnly">,
): StorageItem[] {
  return names.map((name) => ({ name, medium, purpose, lifetime, ...more }));
}
