/**
 * Puts an element before every script of a page, and behind the declaration of its encoding where that
 * comes first: a browser looks for it in the first 1,024 bytes only (HTML, "determining the character
 * encoding").
 */
export function placeHead(html: string, element: string): string {
  // What is a comment is no place; the length stays.
  const text = html.replace(/<!--[^]*?(?:-->|$)/g, (comment) => " ".repeat(comment.length));
  const end = (pattern: RegExp): number => {
    const found = pattern.exec(text);
    return found ? found.index + found[0].length : -1;
  };
  const script = text.search(/<script[\s>/]/i);
  const encoding = end(/<meta\s[^>]*charset[^>]*>/i);
  const isFirst = encoding >= 0 && (script < 0 || encoding <= script);
  const head = end(/<head(?:\s[^>]*)?>/i);
  const doctype = Math.max(end(/<html(?:\s[^>]*)?>/i), end(/<!doctype[^>]*>/i), 0);
  const at = isFirst ? encoding : head >= 0 ? head : doctype;
  return `${html.slice(0, at)}\n    ${element}${html.slice(at)}`;
}
