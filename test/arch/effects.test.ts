import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { EFFECTS } from "../../src/engine/effects.ts";
import type { Effects } from "../../src/engine/effect.ts";
import { readModules, root, withoutComments } from "./modules.ts";

const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
const section = text.split("## How a click becomes an effect")[1]!.split("\n## ")[0]!;

it("CONTRIBUTING's table of effects is the list, in its order", () => {
  const rows = [...section.matchAll(/^\| `(_\w+)`/gm)].map(([, name]) => name);
  expect(rows).toEqual(EFFECTS);
});

it("CONTRIBUTING's way of a click leads through files that are there", () => {
  const files = [...section.matchAll(/`((?:core|engine|gate|head|storage|ui)\/[\w/]+\.ts)`/g)].map(
    ([, file]) => file!,
  );
  expect(files.length).toBeGreaterThan(12);
  expect(files.filter((file) => !existsSync(join(root, "src", file)))).toEqual([]);
});

it("runs on every path: what changes the state, and the start, act on it by the list", () => {
  const calls = (pattern: RegExp): string[] =>
    readModules()
      .filter(({ room, text }) => room == "engine" && pattern.test(withoutComments(text)))
      .map(({ file }) => basename(file));
  expect(calls(/\brunEffects\(engine, /)).toEqual(["createEngine.ts"]);
  expect(calls(/\._act\(/)).toEqual(["createChoice.ts", "startEngine.ts"]);
  // Another category that waits is put in place before the browser's own signal answers for it, which acts.
  expect(calls(/_?store\.set\([^;]*\b_state\b(?!\.)/)).toEqual([
    "createChoice.ts",
    "createEngine.ts",
    "createIntents.ts",
  ]);
  // A decision, an import, the browser's signal and an early click come in by one door, another tab by the other.
  const importers = (of: string): string[] =>
    readModules()
      .filter(({ room }) => room == "engine" || room == "ui" || room == "gate")
      .filter(({ imports }) => imports.some(({ file, typeOnly }) => file == of && !typeOnly))
      .map(({ file }) => basename(file));
  expect(importers("src/core/choice/decide.ts")).toEqual(["createIntents.ts"]);
  expect(importers("src/core/choice/transition.ts")).toEqual(["createChoice.ts"]);
  expect(calls(/\b(choice\._change|change)\(/)).toEqual(["createChoice.ts", "createIntents.ts"]);
});

/** What the inline head does of them, before the library has come. */
const EARLY: Partial<Record<keyof Effects, string>> = {
  _denySignals: 'tell("start"',
  _updateSignals: 'tell("update"',
  _release: "releaseEarly(",
};

it("the inline head does its share of the list in the list's order", () => {
  const head = withoutComments(readFileSync(join(root, "src/head/restoreEarly.ts"), "utf8"));
  const body = head.slice(head.indexOf("export function restoreEarly"));
  const places = EFFECTS.flatMap((name) => (EARLY[name] ? [body.indexOf(EARLY[name])] : []));
  expect(places).toHaveLength(3);
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
