/** So many letters may differ for one word to be taken for another. */
const MOST_EDITS = 2;

/**
 * The name that a misspelt one is nearest to, or undefined where none is near: case does not count, two letters may be
 * wrong, missing or too many, and the last word of a longer name (`siteId`) may be the name itself.
 */
export function nearest(wrong: string, names: readonly string[]): string | undefined {
  const word = wrong.toLowerCase();
  let best: string | undefined;
  let least = Math.min(MOST_EDITS, wrong.length - 2) + 1;
  for (const name of names) {
    const edits = distance(word, name.toLowerCase());
    if (edits < least) [best, least] = [name, edits];
  }
  return best ?? names.find((name) => name.length > 1 && word.endsWith(name.toLowerCase()));
}

/** Edits between two words (Levenshtein). */
function distance(one: string, other: string): number {
  let row = [...other, ""].map((_letter, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [at, wanted] of [...other].entries()) {
      next.push(Math.min(row[at]! + (letter == wanted ? 0 : 1), row[at + 1]! + 1, next[at]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
