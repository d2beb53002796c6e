import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sizeTables } from "../../scripts/size.mjs";
import { neededFiles } from "../../src/build/copy/neededFiles.ts";
import { DIST_FILES, DIST_LIMITS } from "../../src/build/site/distFiles.ts";
import { root } from "../pages/files.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const names = DIST_FILES.map(({ name }) => name);
const found = (pattern: string): string[] =>
  globSync(pattern, { cwd: join(root, "dist") }).map((file) => file.replaceAll("\\", "/"));
/** A table of a page or of the list, without what only aligns it. */
const plain = (table: string): string => table.replace(/ +/g, " ").replace(/-{3,}/g, "---").trim();

describe("the list of what a page fetches from dist/", () => {
  it("names each file that the build makes, and no other", () => {
    const single = names.filter((name) => !name.includes("*"));
    expect(found("*.js").toSorted()).toEqual(single.toSorted());
    const folders = names.filter((name) => name.includes("*"));
    for (const folder of folders) expect(found(folder).length, folder).toBeGreaterThan(0);
    const inside = found("{services,signals,migrate,locales}/**/*.js");
    expect(folders.flatMap(found).toSorted()).toEqual(inside.toSorted());
  });

  it("names what the code asks for", () => {
    const asked = [...globSync("src/{engine,entries}/*.ts", { cwd: root })]
      .filter((file) => !file.endsWith(".test.ts"))
      .flatMap((file) => [...read(file).matchAll(/(?:\b_load|\bload)\(\s*"([\w-]+)"\)/g)])
      .map(([, part]) => `consentry.${part}.js`);
    const lazily = [...read("src/entries/lazy.ts").matchAll(/import\("\.\/tag\.([\w-]+)\.ts"\)/g)];
    const all = new Set([...asked, ...lazily.map(([, part]) => `consentry.${part}.js`)]);
    expect(all.size).toBeGreaterThan(8);
    for (const name of all) expect(names).toContain(name);
  });

  it("names what is weighed", () => {
    for (const { files } of DIST_LIMITS) for (const name of files) expect(names).toContain(name);
  });

  it("is the table of the documentation, with the limits", () => {
    const page = read("docs/reference/sizes.md");
    for (const [name, table] of Object.entries(sizeTables())) {
      const [, shown = ""] = new RegExp(`<!-- ${name} -->([^]*)<!-- /${name} -->`).exec(page) ?? [];
      expect(plain(shown), "node scripts/size.mjs --docs").toBe(plain(table));
    }
  });

  it("leaves out of a site's copy what no page fetches by the tag", () => {
    const copied = neededFiles();
    expect(copied).toContain("consentry.banner.js");
    for (const { name, aside } of DIST_FILES) if (aside) expect(copied).not.toContain(name);
  });
});
