import { expect, it } from "vitest";
import { command, fileOf } from "../util/command.ts";
import { BASIC } from "../util/html.ts";

const headOf = async (config: object, more: readonly string[]): Promise<string> =>
  (await command(["inline", "--config", fileOf(config), ...more])).out;

it.each([["alone"], ["with its files", "--files", "/consentry/"]])("an inline head holds no markup of the configuration's own, %s", async (_way, ...more) => {
  const withName = (text: string): object => ({
    ...BASIC,
    controller: { name: text, url: "https://www.shop.test/" },
    texts: { "*": { "banner.title": text } },
    services: [
      { id: "own", name: text, category: "marketing", purpose: text, provider: text, storage: [] },
    ],
  });
  const markup = async (text: string): Promise<string[]> =>
    (await headOf(withName(text), more)).match(/<[a-z/!][^\s>]*/gi) ?? [];
  const usual = await markup("Acme");
  expect(usual.length).toBeGreaterThan(1);
  for (const text of [
    "</script><script>seen.ran.push(1)</script>",
    "<!--<script>",
    "--></ScRiPt ><img src=x onerror=seen.ran.push(1)>",
    "</style></head><body><svg onload=seen.ran.push(1)>",
  ]) {
    expect(await markup(text)).toEqual(usual);
    // Not in a string either: the head takes along ids, which are checked, and no words.
    expect(await headOf(withName(text), more)).not.toContain("seen.ran");
  }
});
