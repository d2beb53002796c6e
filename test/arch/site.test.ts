import { describe, expect, it } from "vitest";
import { MENU } from "../../site/pages.mjs";
import { listPages } from "../../site/stage.mjs";

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
