const CONTEXT = 3;
const MOST_CELLS = 4_000_000; // of the table, four bytes each

/** A line of a diff: kept, taken away or put in. */
type Line = readonly [sign: " " | "-" | "+", text: string];

/** What changed in a text, as `diff -u` shows it and `patch` and `git apply` take it. Empty where nothing did. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before == after) return "";
  const lines = compare(split(before), split(after));
  const head = [before ? `--- a/${path}` : "--- /dev/null", `+++ b/${path}`];
  return [...head, ...hunks(lines), ""].join("\n");
}

/** Each line with its line end, so that one without is another line. */
const split = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** What is alike at both ends needs no comparing, which for a large page is nearly all of it. */
function compare(old: readonly string[], made: readonly string[]): Line[] {
  const least = Math.min(old.length, made.length);
  let start = 0;
  while (start < least && old[start] == made[start]) start++;
  let end = 0;
  while (end < least - start && old.at(-1 - end) == made.at(-1 - end)) end++;
  const kept = (from: number, to: number): Line[] =>
    old.slice(from, to).map((text) => [" ", text] as const);
  const between = [old, made].map((lines) => lines.slice(start, lines.length - end));
  const [from, into] = between as [string[], string[]];
  const isShort = (from.length + 1) * (into.length + 1) < MOST_CELLS;
  return [
    ...kept(0, start),
    ...(isShort ? byTable(from, into) : byPlace(from, into)),
    ...kept(old.length - end, old.length),
  ];
}

/** Line against line, where the table would be too large: edits within lines leave each at its place. */
function byPlace(old: readonly string[], made: readonly string[]): Line[] {
  const lines: Line[] = [];
  let put: Line[] = [];
  for (let at = 0; at < Math.max(old.length, made.length); at++) {
    const [left, right] = [old[at], made[at]];
    if (left === right) {
      lines.push(...put.splice(0), [" ", left!]);
      continue;
    }
    if (left !== undefined) lines.push(["-", left]);
    if (right !== undefined) put.push(["+", right]);
  }
  return [...lines, ...put];
}

/** The longest common run of lines stays. */
function byTable(old: readonly string[], made: readonly string[]): Line[] {
  const width = made.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = made.length - 1; j >= 0; j--) {
      common[i * width + j] =
        old[i] == made[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < made.length) {
    if (i < old.length && old[i] == made[j]) {
      lines.push([" ", old[i++]!]);
      j++;
    } else if (
      i < old.length &&
      (j == made.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      lines.push(["-", old[i++]!]);
    } else lines.push(["+", made[j++]!]);
  }
  return lines;
}

/** Changes with the lines around them; two that lie close are one. */
function hunks(lines: readonly Line[]): string[] {
  const changed = lines.flatMap(([sign], at) => (sign == " " ? [] : [at]));
  const parts: [from: number, to: number][] = [];
  for (const at of changed) {
    const last = parts.at(-1);
    if (last && at - CONTEXT <= last[1]) last[1] = at + CONTEXT + 1;
    else parts.push([Math.max(0, at - CONTEXT), at + CONTEXT + 1]);
  }
  return parts.flatMap(([from, to]) => {
    const part = lines.slice(from, to);
    const place = (other: "+" | "-"): string => {
      const before = lines.slice(0, from).filter(([sign]) => sign != other).length;
      const count = part.filter(([sign]) => sign != other).length;
      return `${count ? before + 1 : before},${count}`;
    };
    const texts = part.map(([sign, text]) =>
      text.endsWith("\n")
        ? sign + text.slice(0, -1)
        : `${sign}${text}\n\\ No newline at end of file`,
    );
    return [`@@ -${place("+")} +${place("-")} @@`, ...texts];
  });
}
