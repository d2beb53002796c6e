import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EFFECTS } from "../../src/engine/effects.ts";
import { root } from "./modules.ts";

const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
const section = text.split("## How a click becomes an effect")[1]!.split("\n## ")[0]!;

it("CONTRIBUTING's table of effects is the list, in its order", () => {
  const rows = [...section.matchAll(/^\| `(_\w+)`/gm)].map(([, name]) => name);
  expect(rows).toEqual(EFFECTS);
});

it("CONTRIBUTING's way of a click leads through files that are there", () => {
  const files = [...section.matchAll(/`((?:core|engine|gate|head|storage)\/[\w/]+\.ts)`/g)].map(
    ([, file]) => file!,
  );
  expect(files.length).toBeGreaterThan(12);
  expect(files.filter((file) => !existsSync(join(root, "src", file)))).toEqual([]);
});
