import { expect, it } from "vitest";
import { placeBanner, placeHead, type NuxtHtml } from "./placeInPage.ts";

const page = (lang: string): NuxtHtml => ({
  htmlAttrs: lang ? [`lang="${lang}"`] : [],
  head: ['<meta charset="utf-8"><title>x</title>', "<style></style>"],
  bodyPrepend: ["first"],
});
const banners = ["en", "nl", "nb", "pt-br"].map((tag) => [tag, `banner in ${tag}`] as const);

it.each([
  ["nl", "nl"],
  ["NL-be", "nl"],
  ["no", "nb"],
  ["pt", "pt-br"],
  ["ja", "en"],
  ["", "en"],
])("a page in %j has its banner first, in %s", (lang, shown) => {
  const html = page(lang);
  placeBanner(html, banners);
  expect(html.bodyPrepend).toEqual([`banner in ${shown}`, "first"]);
});

it("the head's script comes after the charset and before everything else", () => {
  const html = page("nl");
  placeHead(html, "code");
  expect(html.head).toEqual([
    '<meta charset="utf-8">',
    "<script>code</script>",
    "<title>x</title>",
    "<style></style>",
  ]);
});
