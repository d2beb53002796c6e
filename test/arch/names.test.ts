import { describe, expect, it } from "vitest";
import * as names from "../../src/core/config/names.ts";
import { readModules, withoutComments } from "./modules.ts";

const HOME = "src/core/config/names.ts";
const stored = Object.values(names).filter((value) => typeof value == "string");
/** The same word as the name of something else: not stored, and not said to another tab. */
const OTHERS: Record<string, string> = {
  "src/gate/trustedPolicy.ts": "a Trusted Types policy",
  "src/adapters/vue.ts": "an injection key",
  "src/build/vite/headPlugin.ts": "a Vite plugin",
  "src/entries/astro.ts": "an integration of Astro",
  "src/entries/nuxt.ts": "a module of Nuxt",
  "src/build/nuxt/nuxtHooks.ts": "this package",
  "src/entries/next.config.ts": "this package",
  "src/catalogue/signals/data-layer-event.ts": "an event of a tag manager",
  "src/policy/createPlan.ts": "a Trusted Types policy",
  "src/verify/readExportLine.ts": "a field of an export",
};
/** They keep nothing on a visitor's device; the audit calls its own kind of banner by the name. */
const SERVER = /^src\/(collector|witness|cli|audit)\//;

/** Events on the page are called so too: what they are made of is no name of something stored. */
const EVENTS = new Set(["src/engine/createReporter.ts"]);
const PREFIX = "consentry:";

/**
 * Texts in the code that are a stored name, that hold one with the sign that ends it, or from which one is put together: whole
 * literals, and the pieces between what a template puts in.
 */
function literalsIn(code: string): string[] {
  return [
    ...withoutComments(code).matchAll(
      /(["'`])((?:\\.|(?!\1)[^\\])*)\1|\/(?![/*])((?:\\.|[^/\\\n])+)\/[a-z]*/g,
    ),
  ]
    .flatMap(([, , text, pattern]) => (text ?? pattern ?? "").split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/))
    .filter(
      (piece) =>
        piece == PREFIX ||
        stored.some((name) => piece == name || new RegExp(`(^|[^\\w/.:@-])${name}=`).test(piece)),
    );
}

describe("the names of what is stored", () => {
  it("stand in one file that no other repeats", () => {
    const repeats = readModules()
      .filter(({ file }) => file != HOME && !(file in OTHERS) && !SERVER.test(file))
      .filter(({ file }) => !EVENTS.has(file))
      .flatMap(({ file, text }) => literalsIn(text).map((literal) => `${file}: ${literal}`));
    expect(repeats).toEqual([]);
    expect(literalsIn(readModules().find(({ file }) => file == HOME)!.text).length).toBe(
      stored.length,
    );
  });

  it("are seen in each way of writing them, and not in words or in events", () => {
    expect(literalsIn(`f("consentry"); g('__Host-consentry'); h(\`consentry=\`)`)).toHaveLength(3);
    expect(literalsIn('k("consentry:clean-up", "consentry:outbox")')).toHaveLength(2);
    expect(literalsIn('"consentry:" + kind; `consentry:${kind}`; `${a}consentry`')).toHaveLength(3);
    expect(literalsIn('cookie.split("; consentry="); /(?:^|; )consentry=/')).toHaveLength(2);
    expect(literalsIn('"consentry verify <file>"; "consentry:ready"; // "consentry"')).toEqual([]);
  });

  it("names no other file for nothing", () => {
    const needless = Object.keys(OTHERS).filter(
      (file) => !literalsIn(readModules().find((one) => one.file == file)?.text ?? "").length,
    );
    expect(needless).toEqual([]);
  });
});
