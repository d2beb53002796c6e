/**
 * Every value under one name in a cookie text (`document.cookie` or a Cookie header), as it stands: not
 * decoded. Split, not matched: no pattern is built from a name.
 */
export function cookieTexts(text: string, name: string): string[] {
  return text
    .split(/; */)
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
