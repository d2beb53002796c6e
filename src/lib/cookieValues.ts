/**
 * Every value under one name in a cookie text (`document.cookie` or a Cookie header), decoded; a
 * value that does not decode is empty. Split, not matched: no pattern is built from a name.
 */
export function cookieValues(text: string, name: string): string[] {
  return text
    .split(/; */)
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => {
      try {
        return decodeURIComponent(pair.slice(name.length + 1));
      } catch {
        return "";
      }
    });
}
