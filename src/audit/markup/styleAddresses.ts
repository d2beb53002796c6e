/** An address in a style sheet, with its offset in the text. */
export interface StyleAddress {
  address: string;
  at: number;
  imported: boolean;
}

/** Comments, namespaces and strings first, so that what stands in them is not taken for an address. */
const PARTS =
  /\/\*[^]*?(?:\*\/|$)|@namespace\b[^;]*;?|@import\s+(?:url\(\s*)?["']?([^"')\s;]+)|\b(?:url|src)\(\s*(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^)\s"']*))\s*\)|image-set\(\s*["']([^"']+)["']|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/gi;

/** What a style sheet fetches: `@import` and `url()`. */
export function styleAddresses(css: string): StyleAddress[] {
  const found: StyleAddress[] = [];
  for (const match of css.matchAll(PARTS)) {
    const [, imported, double, single, bare, set] = match;
    const address = imported ?? double ?? single ?? bare ?? set;
    if (address) found.push({ address, at: match.index, imported: imported != null });
  }
  return found;
}
