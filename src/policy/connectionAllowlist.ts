import { readSource } from "./source.ts";

/**
 * The value of a `Connection-Allowlist` (Chromium 152 and later): the page's own origin, every host that the policy
 * lets through, and the patterns of `links`. A structured field: a list of strings in parentheses.
 */
export function connectionAllowlist(
  directives: Readonly<Record<string, readonly string[]>>,
  links: readonly unknown[],
): string {
  const patterns = new Set<string>();
  for (const text of Object.values(directives).flat()) {
    const source = readSource(text);
    if (source?.kind != "host") continue;
    const { scheme, wild, host, port } = source;
    patterns.add(`${scheme || "*"}://${wild ? "*." : ""}${host}:${port || "*"}/*`);
  }
  for (const link of links) {
    // What ends the string, or is no character of a structured field's string (RFC 9651 3.3.3), is left out.
    if (typeof link == "string" && link && /^[ !#-[\]-~]+$/.test(link)) patterns.add(link);
  }
  return `(${["response-origin", ...[...patterns].map((pattern) => `"${pattern}"`)].join(" ")})`;
}
