import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MENU } from "../../site/pages.mjs";
import { listPages } from "../../site/stage.mjs";
import { root } from "../pages/files.ts";

/** Written from the doc comments when the site is built. */
const GENERATED = ["reference/api/index"];

describe("the menu of the documentation site", () => {
  const pages = [...listPages().values()].map((page) => page.replace(/\.md$/, ""));
  const named = MENU.flatMap((group) => group.pages);

  it("names every page of docs/ once: a new one is to be added to site/pages.mjs", () => {
    const own = pages.filter((page) => !page.startsWith("nl/"));
    // The index of decisions names each.
    const listed = own.filter((page) => !/^decisions\/\d/.test(page));
    expect(named.toSorted()).toEqual([...listed, ...GENERATED].toSorted());
  });

  it("has the pages to start with in Dutch", () => {
    const [start] = MENU;
    expect(pages.filter((page) => page.startsWith("nl/")).toSorted()).toEqual(
      start!.pages.map((page) => `nl/${page}`).toSorted(),
    );
  });
});

it("the configurator and the other examples take nothing of the package but what it exports", () => {
  const files = globSync("examples/**/*.{js,html,ts,tsx,vue,svelte}", { cwd: root });
  expect(files.length).toBeGreaterThan(30);
  // What lies in dist/esm is found by import paths: the manifest says where.
  const inside = files.filter((file) =>
    /dist\/(esm|node)/.test(readFileSync(join(root, file), "utf8")),
  );
  expect(inside).toEqual([]);
});
