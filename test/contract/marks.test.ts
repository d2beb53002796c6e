import { globSync, readFileSync } from "node:fs";
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { expect, it } from "vitest";
import { MARKS } from "../../src/gate/marks.ts";
import { wrongMarks } from "../../src/gate/wrongMarks.ts";
import { CLEAN } from "../audit/corpus/clean.ts";
import { DEFECTS } from "../audit/corpus/defects.ts";
import { services } from "./catalogue.ts";

const IDS = new Set([
  ..."necessary functional performance marketing".split(" "),
  ...services.map(({ id }) => id),
]);
const isIds = (text: string): boolean =>
  !!text.trim() &&
  text
    .trim()
    .split(/\s+/)
    .every((id) => IDS.has(id));

/** What would be reported of a page. */
function wrongIn(html: string): string[] {
  const found: string[] = [];
  const walk = (node: Tree.Node): void => {
    if ("attrs" in node) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      found.push(...wrongMarks(node.tagName, attributes, isIds).map(([written]) => written));
    }
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

it("no page of the examples or of the audit's corpus has a mark that is taken for misspelt", () => {
  const pages = [
    ...globSync("examples/**/*.html").map((file) => [file, readFileSync(file, "utf8")] as const),
    ...[...CLEAN, ...DEFECTS].flatMap(({ name, files }) =>
      Object.entries(files).map(([file, text]) => [`${name}/${file}`, text] as const),
    ),
  ].filter(([name]) => name.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(60);
  const wrong = pages.flatMap(([name, text]) => wrongIn(text).map((one) => `${name}: ${one}`));
  expect(wrong).toEqual([]);
  expect(wrongIn('<p data-concent-ignore><b data-consent-scr="x">')).toHaveLength(2);
});

it("the marks that are known are those that docs/markup.md tells of", () => {
  const text = readFileSync("docs/markup.md", "utf8");
  const told = new Set(text.match(/(?<=[`<" ])data-[a-z-]*[a-z](?=[="` >])/g));
  // Of the tag, of the interface, and of others.
  const others =
    /^data-(config|consentry.*|turbo-permanent|astro-exec|ll-status|lazy-src|loaded|wphb-type)$/;
  expect([...told].filter((name) => !MARKS.includes(name) && !others.test(name))).toEqual([]);
  expect(MARKS.filter((name) => /^data-consent-[a-z]+$/.test(name)).length).toBeGreaterThan(10);
});
