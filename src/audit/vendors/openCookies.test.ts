import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { LiveOptions } from "../live/liveOptions.ts";
import { judgeDeclared } from "../live/judgeState.ts";
import { lifetimeOf, lookUp, readOpenCookies } from "./openCookies.ts";

const text = readFileSync(new URL("../../../data/open-cookies.json", import.meta.url), "utf8");
const cookies = readOpenCookies(text);

it("knows whose a cookie is by name or by the start of one, and how long it lives", () => {
  expect(cookies.length).toBeGreaterThan(2000);
  const ga = lookUp("_ga_ABC123", cookies);
  expect(ga[0]).toMatchObject({ platform: "Google Analytics", category: "Analytics" });
  expect(lifetimeOf(ga)).toBe("2 years");
  expect(lookUp("_fbp", cookies)[0]).toMatchObject({ category: "Marketing" });
  expect(lookUp("no-one-knows-this", cookies)).toEqual([]);
  expect(lifetimeOf([])).toBe("…");
  expect(readOpenCookies("{}")).toEqual([]);
});

it("says whose facts they are, and under which licence", () => {
  expect(JSON.parse(text)).toMatchObject({
    source: "https://github.com/jkwakman/Open-Cookie-Database",
    licence: "Apache-2.0",
  });
  const licence = new URL("../../../data/LICENSE-open-cookies", import.meta.url);
  expect(readFileSync(licence, "utf8")).toContain("Apache License");
});

it("stands in the finding of a cookie that no service declares", () => {
  const list = [
    {
      medium: "cookie",
      name: "_fbp",
      host: "shop.test",
      by: "a script",
      httpOnly: false,
      seconds: 60,
    },
  ];
  const options = { site: { services: [] }, declared: true, cookies } as unknown as LiveOptions;
  const [found] = judgeDeclared(list as never, options);
  expect(found).toMatchObject({ rule: "storage-undeclared" });
  expect(found!.message).toMatch(/The Open Cookie Database knows it: .*\(marketing\)\.$/);
  expect(found!.fix).toMatch(/"lifetime": "\d+ (months|days)"/);
});
