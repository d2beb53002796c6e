import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";

/** Every file of ours that a file imports, itself included. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const [, path] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)) {
    reach(join(dirname(file), path!), seen);
  }
  return seen;
}

const source = new URL("../../src", import.meta.url).pathname;
const ENTRIES = [
  "verify/verifyExport.ts",
  "verify/verifyLog.ts",
  "verify/verifyVisitor.ts",
  "verify/nodePrimitives.ts",
  "verify/stamp/verifyStamp.ts",
  "verify/page/verifyPage.ts",
];
/** Tells records in words beneath the verdict; no verdict comes from there. */
const WORDS = join(source, "verify/page/showTexts.ts");

it("is written apart from what it checks: the verifier reaches no file of the collector or the record", () => {
  const files = ENTRIES.flatMap((entry) => [...reach(join(source, entry), new Set([WORDS]))]);
  expect(files.length).toBeGreaterThan(15);
  const rooms = new Set(
    files.filter((file) => file != WORDS).map((file) => relative(source, file).split("/")[0]),
  );
  expect(rooms).toEqual(new Set(["verify", "lib"]));
});
