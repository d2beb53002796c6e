import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "rollup/parseAst";
import { expect, it } from "vitest";
import { readsOf, TAKEN } from "../../scripts/dist/sources.mjs";
import { DIST_FILES } from "../../src/build/site/distFiles.ts";
import { root } from "../pages/files.ts";

// Classic scripts share one scope with every other script of the page, and with modules.

const files = DIST_FILES.filter(({ aside, name }) => !aside && !name.includes("*"));

it.each(files.map(({ name }) => name))("%s reads no name that pages take for variables", (name) => {
  const ast = parseAst(readFileSync(join(root, "dist", name), "utf8"));
  expect(readsOf(ast, [...TAKEN, "globalThis"])).toEqual([]);
});

it("finds such a name where it is read, and not where it is a member's", () => {
  const read = (code: string) => readsOf(parseAst(code), ["Map"]);
  expect(read("a.Map;let b={Map:1};b?.Map")).toEqual([]);
  expect(read("new Map;a[Map]")).toEqual([4, 10]);
});
