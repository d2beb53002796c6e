// Writes docs/decisions/index.md from the decisions beside it.
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = fileURLToPath(new URL("../docs/decisions/", import.meta.url));

/** The text of the index. */
export function decisionsIndex() {
  const files = globSync("[0-9]*.md", { cwd: folder }).sort();
  const rows = files.map((file) => {
    const text = readFileSync(folder + file, "utf8");
    const [, title, status, date] =
      /^# (.+)\n\n(Accepted|Superseded by \S+|Proposed) · (\d{4}-\d\d-\d\d)\n/.exec(text) ?? [];
    if (!title) throw new Error(`${file} begins with no title, status and date`);
    return `- [${file.slice(0, 3)}](${file}) ${title} (${status.toLowerCase()}, ${date})`;
  });
  return `# Decisions

What was decided, why, and what was rejected: one page each, with its status and date. What was tried along the way is in
the notes of trials: [bytes of the core](../trials/byte-trials-core.md), [bytes of the first
visit](../trials/byte-trials-first-visit.md), [how much the tests notice](../trials/mutation-score.md).

A new decision takes the next free number of its group: 00x library, 02x catalogue, 04x proof, 05x collector, 06x generated
files, 07x tests, 08x documentation. \`node scripts/decisions-index.mjs\` then writes this page.

${rows.join("\n")}
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(`${folder}index.md`, decisionsIndex());
}
