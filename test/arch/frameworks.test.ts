import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { APPS } from "../frameworks/apps.ts";
import { ROWS } from "../frameworks/rows.ts";
import { root } from "../pages/files.ts";
import { blocksOf, readText, rowsBelow } from "./markdown.ts";

describe.each(APPS)("the page of $name", ({ folder, packages = folder, page }) => {
  const folders = APPS.filter((app) => app.page == page).map((app) => app.folder);
  const blocks = blocksOf(readText(page)).filter(({ language }) =>
    /^(?:tsx|ts|js|html|astro|svelte|vue)$/.test(language),
  );

  it("shows the files of the app that is tried, as they are", () => {
    expect(blocks.length).toBeGreaterThan(2);
    for (const { code } of blocks) {
      const [, file, text] = /^(?:\/\/|<!--) (\S+)(?: -->)?\n([^]*)$/.exec(code) ?? [];
      expect(file, code).toBeDefined();
      const found = folders
        .map((folder) => `test/frameworks/${folder}/${file}`)
        .filter((path) => existsSync(join(root, path)));
      const texts = found.map((path) => `${file}:\n${readText(path)}`);
      expect(texts).toContain(`${file}:\n${text}`);
    }
  });

  it("has a lock of its own beside the app's packages", () => {
    expect(existsSync(join(root, "test/frameworks", packages, "package-lock.json"))).toBe(true);
  });
});

it.each(APPS.filter(({ weighs }) => weighs))(
  "$page names of $name what the library may add to a page, as it is held",
  ({ page, weighs, weighsUnder = "What it weighs" }) => {
    const rows = rowsBelow(readText(page), weighsUnder);
    expect(rows.map(([, limit]) => limit)).toEqual(
      Object.values(weighs!).map((limit) => `${limit} kB`),
    );
  },
);

describe("docs/frameworks.md", () => {
  it("has a row for each thing that is tried, and no app in which one does not hold", () => {
    const rows = rowsBelow(readText("docs/frameworks.md"), "What is tried");
    const cells = rows.filter(([title]) => title != "Browsers");
    expect(cells.map(([title]) => title)).toEqual(ROWS.map(({ title }) => title));
    for (const [title, ...signs] of cells) {
      expect(signs, title).toHaveLength(APPS.length);
      expect(signs.join(), title).not.toContain("no");
    }
  });
});
