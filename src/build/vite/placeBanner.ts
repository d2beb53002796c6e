/**
 * Puts the banner first into the body of a page that says where that begins; a page that leaves it out has none
 * in its HTML, and script shows it.
 *
 * @param make gives the banner in a language, or in the site's own where the page says none
 */
export async function placeBanner(
  html: string,
  make: (language: string | undefined) => Promise<string>,
): Promise<string> {
  // What is a comment is no place; the length stays.
  const text = html.replace(/<!--[^]*?(?:-->|$)/g, (comment) => " ".repeat(comment.length));
  const found = /<body(?:\s[^>]*)?>/i.exec(text);
  if (!found) return html;
  const [, , language] = /<html\s(?:[^>]*\s)?lang\s*=\s*(["']?)([\w-]+)\1/i.exec(text) ?? [];
  const at = found.index + found[0].length;
  return `${html.slice(0, at)}\n    ${await make(language)}${html.slice(at)}`;
}
