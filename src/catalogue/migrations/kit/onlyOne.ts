/** Longer texts are no choice: no browser keeps such a cookie (4,096 bytes), and no tool writes such a record. */
const LONGEST = 100_000;

/** The one text, or null where there is none or several: no one can tell which one the visitor meant. */
export function onlyOne(texts: readonly string[]): string | null {
  const [text] = texts;
  return texts.length == 1 && text && text.length <= LONGEST ? text : null;
}
