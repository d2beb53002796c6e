/** Every value under one name in a cookie text (`document.cookie`), as it stands: not decoded. */
export function cookieTexts(text: string, name: string): string[] {
  return text
    .split(/; */)
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
