import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";
import type { Finding } from "../core/problems/problem.ts";

type Make = (options: object) => { findings?: readonly Finding[] };

/** Every maker of the catalogue, with the names of the options of its own that its type has. */
const makers = await Promise.all(
  globSync("src/catalogue/{services,signals}/*.ts")
    .filter((path) => !path.endsWith(".test.ts"))
    .map(async (path) => {
      const [, own = ""] =
        /export interface \w+Options\b[^{]*\{\n(.*?)\n\}\n/s.exec(readFileSync(path, "utf8")) ?? [];
      const names = [...own.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name!);
      const file = (await import(`../../${path}`)) as { default: Make };
      return { path: basename(path, ".ts"), names, make: file.default };
    }),
);

it.each(makers)("$path knows each option of its type, and reports another", ({ make, names }) => {
  // A value that fits nothing: what is known is then of another form, and is no unknown option.
  const all = Object.fromEntries(names.map((name) => [name, undefined]));
  const unknown = (options: object): string[] =>
    (make(options).findings ?? [])
      .filter(({ code }) => code == "unknown-option")
      .map(({ at }) => at);
  expect(unknown(all)).toEqual([]);
  expect(unknown({ ...all, siteIdd: 7 })).toEqual(["siteIdd"]);
  const [finding] = make({ siteIdd: 7 }).findings!.filter(({ at }) => at == "siteIdd");
  for (const name of names) expect(finding!.names).toContain(name);
});
