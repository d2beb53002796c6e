/**
 * Whether a name fits a pattern in which `*` stands for any run of characters. Never compiled to a
 * regular expression: a cookie name planted from a sibling domain must not be able to stall the page.
 */
export function matchesName(pattern: string, name: string): boolean {
  const [head = "", ...parts] = pattern.split("*");
  if (!parts.length) return name == pattern;
  const tail = parts.pop()!;
  if (!name.startsWith(head)) return false;
  let at = head.length;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - tail.length >= at && name.endsWith(tail);
}
