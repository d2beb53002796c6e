import { nearest } from "../lib/nearest.ts";
import { runs } from "./item.ts";
import { MARKS, marksOn, SCRIPT_MARKS } from "./marks.ts";

/** A mark that does nothing as it is written, and the words that would. */
export type WrongMark = readonly [written: string, names: readonly string[]];

const LONG = MARKS.filter((name) => name.startsWith("data-consent"));
/** Words of others (Bootstrap's `data-content`) that are one or two letters away from ours. */
const FOREIGN = /^data-(conte[nsx]t|connect|constant|contact)/;

/**
 * Marks of one element that do nothing, because their name or their value is misspelt.
 *
 * Names that begin with `data-consent` are ours. Others count where they are nearly ours and the element shows that it
 * is meant to be marked: by an id that there is, a script that no browser runs, a mark beside.
 *
 * @param tag name of the element
 * @param attributes its attributes
 * @param isIds whether a text names only categories and services that there are
 */
export function wrongMarks(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  isIds: (text: string) => boolean,
): WrongMark[] {
  const found: WrongMark[] = [];
  const isHeld = tag == "script" && /^text\/plain$/i.test(attributes.get("type")?.trim() ?? "");
  const isMarked = attributes.has("data-consent");
  const missing = marksOn(tag).filter((name) => !attributes.has(name));
  const hasAddress = missing.length < marksOn(tag).length;

  const isMeant = (name: string, value: string): boolean => {
    if (name.startsWith("data-consent")) return true;
    const near = nearest(name, LONG);
    // Not the tail of a longer name, which a framework may put before ours.
    if (!near || name.length > near.length + 2) {
      return isMarked && missing.some((one) => isSlip(name, one));
    }
    const isWord = FOREIGN.test(name);
    if (near != "data-consent") return !isWord || (isMarked && !hasAddress);
    if (isMarked) return false;
    return isWord ? (isHeld || hasAddress) && isIds(value) : isHeld || isIds(value);
  };
  const isWrongValue = (name: string, value: string, values: readonly string[]): boolean =>
    name == "data-type"
      ? !runs(value) && !!nearest(value, values)
      : !!values[0] && !values.includes(value);

  for (const [name, value] of attributes) {
    if (MARKS.includes(name)) {
      const values = tag == "script" && isMarked && SCRIPT_MARKS[name];
      const write = (one: string): string => `${name}="${one}"`;
      if (values && isWrongValue(name, value, values)) {
        found.push([write(value), values.map(write)]);
      }
    } else if (
      /^[a-z][\w-]+$/.test(name) &&
      !name.startsWith("data-consentry") &&
      isMeant(name, value)
    ) {
      found.push([name, [...LONG, ...missing]]);
    }
  }
  return found;
}

/** Whether two words differ by one letter, or by two neighbours that changed places. */
function isSlip(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] == other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) == other.at(-1 - end)) end += 1;
  const a = one.slice(start, one.length - end);
  const b = other.slice(start, other.length - end);
  return (a.length < 2 && b.length < 2) || (a.length == 2 && a == [...b].reverse().join(""));
}
