/** The lines that changed, as `diff -U0` shows them. Edits keep line ends, so lines match one by one. */
export function diffOf(file: string, before: string, after: string): string {
  const [old, made] = [before.split("\n"), after.split("\n")];
  const lines: string[] = [`--- ${file}`, `+++ ${file}`];
  for (let at = 0; at < old.length; at++) {
    if (old[at] == made[at]) continue;
    lines.push(`@@ -${at + 1} +${at + 1} @@`, `-${old[at]}`, `+${made[at]}`);
  }
  return lines.length > 2 ? `${lines.map((line) => line.replace(/\r$/, "")).join("\n")}\n` : "";
}
