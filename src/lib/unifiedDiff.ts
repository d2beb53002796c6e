const CONTEXT = 3;

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

/** The longest common run of lines stays: sources that people write are short enough for the plain table. */
function compare(old: readonly string[], made: readonly string[]): Line[] {
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
