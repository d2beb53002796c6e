import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CorpusPage } from "./corpusPage.ts";

/** Writes pages into a folder of their own, each into a folder of its name. */
export function writeCorpus(pages: readonly CorpusPage[]): string {
  const root = mkdtempSync(join(tmpdir(), "consentry-corpus-"));
  for (const { name, files } of pages) {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  return root;
}
