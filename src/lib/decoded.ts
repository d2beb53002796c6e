import { attempt } from "./attempt.ts";

/** A percent-encoded text decoded, or empty where it is none: not ours to fix. */
export function decoded(text: string): string {
  return attempt(() => decodeURIComponent(text)) ?? "";
}
