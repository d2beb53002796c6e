import { attempt } from "./attempt.ts";

/**
 * The address if a link may carry it (https, http, mailto, or relative to the page), else empty.
 * `javascript:` and `data:` never pass, however they are spelled: the parser that the browser
 * itself uses decides, not a pattern.
 */
export function safeUrl(value: unknown): string {
  const isSafe = (address: string): boolean =>
    /^(https?|mailto):$/.test(new URL(address, "https://a").protocol);
  // Not an address at all: it throws.
  return typeof value == "string" && value && attempt(() => isSafe(value)) ? value : "";
}
