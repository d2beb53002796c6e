import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  BROWSER_ROOMS,
  closure,
  findCycle,
  findImports,
  readModules,
  roomOf,
  root,
  withoutComments,
} from "./modules.ts";

/** From the ground up: a room imports only rooms before it. */
const ROOMS = [
  "lib",
  "core",
  "i18n",
  "storage",
  "hosts",
  "services",
  "signals",
  "migrations",
  "gate",
  "record",
  "proof",
  "ui",
  "head",
  "engine",
  "adapters",
  "policy",
  "monitor",
  "testing",
  "audit",
  "collector",
  "verify",
  "witness",
  "build",
  "cli",
  "entries",
];
/** Rooms that touch the world; they meet in `engine`. */
const EFFECTS = ["storage", "gate", "signals", "proof", "ui"];
/** Rooms that take only types from core, and the names under which things are stored. */
const TYPES_OF_CORE = ["services", "signals", "migrations", "gate", "record", "proof", "ui"];
/** What a package may be imported by. */
const PACKAGES: Record<string, RegExp> = {
  preact: /^src\/(ui\/|adapters\/preact\.ts$)/,
  react: /^src\/adapters\/(react|next|reactRouter|reactPage|tanstack|pageElements)\.ts$/,
  vue: /^src\/adapters\/vue\.ts$/,
  "@angular/core": /^src\/adapters\/angular\w*\.ts$/,
  vite: /^src\/build\/vite\/headPlugin\.ts$/,
  "js-cookie": /^src\/storage\//,
  hono: /^src\/(collector|witness)\//,
  "@hono/node-server": /^src\/(collector|witness|cli)\//,
  "@noble/hashes": /^src\/verify\/page\//,
  pg: /^src\/collector\//,
  parse5: /^src\/audit\/markup\//,
  playwright: /^src\/audit\/live\//,
};

const modules = readModules();
const edges = modules.flatMap(({ file, room, imports }) =>
  imports.flatMap((one) =>
    one.file ? [{ from: file, room, to: one.file, toRoom: roomOf(one.file), ...one }] : [],
  ),
);
const show = (list: readonly { from: string; to: string }[]): string[] =>
  list.map(({ from, to }) => `${from} -> ${to}`);

describe("the import law", () => {
  it("is judged on all there is", () => {
    expect(modules.length).toBeGreaterThan(30);
    expect(edges.length).toBeGreaterThan(60);
  });

  it("has every file in a known room", () => {
    expect(modules.filter(({ room }) => !ROOMS.includes(room)).map(({ file }) => file)).toEqual([]);
  });

  it("resolves every import to a file that is there, written with its ending", () => {
    expect(
      show(edges.filter(({ to }) => !existsSync(join(root, to)) || !/\.tsx?$/.test(to))),
    ).toEqual([]);
  });

  it("lets a room import only rooms before it", () => {
    const upward = edges.filter(({ room, toRoom }) => ROOMS.indexOf(toRoom) > ROOMS.indexOf(room));
    expect(show(upward)).toEqual([]);
  });

  it("gives services, signals, migrations, gate, record, proof and ui only types and names of core", () => {
    const values = edges.filter(
      ({ room, toRoom, to, typeOnly }) =>
        TYPES_OF_CORE.includes(room) &&
        toRoom == "core" &&
        to != "src/core/config/names.ts" &&
        !typeOnly,
    );
    expect(show(values)).toEqual([]);
  });

  it("keeps effect rooms apart at run time", () => {
    const mixed = edges.filter(
      ({ room, toRoom, typeOnly }) =>
        EFFECTS.includes(room) && EFFECTS.includes(toRoom) && room != toRoom && !typeOnly,
    );
    expect(show(mixed)).toEqual([]);
  });

  it("keeps ui, vendors, languages and proof code out of the engine", () => {
    const heavy = edges.filter(
      ({ room, to, typeOnly }) =>
        room == "engine" &&
        !typeOnly &&
        /^src\/(ui|catalogue\/(services|migrations)|proof|i18n\/locales)\//.test(to),
    );
    expect(show(heavy)).toEqual([]);
  });

  it("keeps them out of everything that the headless door pulls in", () => {
    const reached = [...closure("src/entries/index.ts", modules)];
    expect(reached.length).toBeGreaterThan(10);
    expect(
      reached.filter((file) =>
        /^src\/(ui|catalogue\/(services|migrations)|i18n\/locales)\//.test(file),
      ),
    ).toEqual([]);
  });

  it("shares only record, core and lib with a server", () => {
    const reached = [...closure("src/entries/server.ts", modules)].map(roomOf);
    expect(reached.filter((room) => !["entries", "record", "core", "lib"].includes(room))).toEqual(
      [],
    );
  });

  it("gives the test kit what tells choices and nothing that acts on a page", () => {
    const reached = [...closure("src/entries/testing.ts", modules)].map(roomOf);
    expect(reached).toContain("testing");
    expect(reached.filter((room) => !["entries", "testing", "core", "lib"].includes(room))).toEqual(
      [],
    );
  });

  it("gives adapters types, and of the engine's code only what judges a state", () => {
    const values = edges.filter(
      ({ room, toRoom, to, typeOnly }) =>
        room == "adapters" &&
        toRoom != "adapters" &&
        !typeOnly &&
        !["permits", "headFor"].some((one) => to == `src/core/choice/${one}.ts`),
    );
    expect(show(values)).toEqual([]);
  });

  it("uses a framework only in ui and its own adapter, js-cookie only in storage, Node only off the page", () => {
    const strange = modules.flatMap(({ file, room, imports }) =>
      imports
        .filter(({ file: own }) => own == null)
        .filter(({ specifier }) => {
          if (specifier.startsWith("node:"))
            return !["audit", "collector", "verify", "witness", "build", "cli"].includes(room);
          return !PACKAGES[/^(?:@[^/]+\/)?[^/]+/.exec(specifier)![0]]?.test(file);
        })
        .map(({ specifier }) => `${file} -> ${specifier}`),
    );
    expect(strange).toEqual([]);
  });

  it("lets only the script tag fetch by a name that is put together", () => {
    const computed = modules
      .filter(({ room }) => BROWSER_ROOMS.includes(room))
      .filter(({ text }) => /\bimport\(\s*[^"\s]/.test(withoutComments(text)))
      .map(({ file }) => file);
    expect(computed).toEqual([
      "src/entries/tag.migrate.ts",
      "src/entries/tag.own.ts",
      "src/entries/tag.ts",
    ]);
  });

  it("knows no circles", () => {
    expect(findCycle(modules)).toBeNull();
  });

  it("keeps the tool drawer free of our own things, one export per file, named like it", () => {
    const drawer = modules.filter(({ room }) => room == "lib");
    const odd = drawer.filter(({ file, text, imports }) => {
      const values = [...text.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)];
      const name = /([^/]+)\.tsx?$/.exec(file)![1];
      return (
        imports.some(({ file: own }) => own && roomOf(own) != "lib") ||
        values.length != 1 ||
        values[0]![1] != name
      );
    });
    expect(odd.map(({ file }) => file)).toEqual([]);
  });
});

describe("the reader of imports", () => {
  it("tells types from values, static from dynamic, code from prose", () => {
    const text = `
      // import { no } from "./comment.ts";
      /** import "./doc.ts" */
      import type { A } from "./a.ts";
      import { type B, b } from "./b.ts";
      import {
        many,
        more as other,
      } from "../core/c.ts";
      import * as all from "preact";
      import "./side.ts";
      export { d } from "./d.ts";
      export * from "./e.ts";
      const url = "https://example.org/x"; const f = () => import("./f.ts");`;
    const found = findImports(text, "src/lib/x.ts").map(
      ({ file, specifier, typeOnly, dynamic }) =>
        `${file ?? specifier}${typeOnly ? " type" : ""}${dynamic ? " dynamic" : ""}`,
    );
    expect(found).toEqual([
      "src/lib/a.ts type",
      "src/lib/b.ts",
      "src/core/c.ts",
      "preact",
      "src/lib/side.ts",
      "src/lib/d.ts",
      "src/lib/e.ts",
      "src/lib/f.ts dynamic",
    ]);
  });

  it("finds a circle", () => {
    const module = (file: string, to: string) => ({
      file,
      imports: [{ specifier: to, typeOnly: false, dynamic: false, file: to }],
    });
    expect(findCycle([module("a", "b"), module("b", "c"), module("c", "b")])).toEqual([
      "b",
      "c",
      "b",
    ]);
    expect(findCycle([module("a", "b"), module("b", "c")])).toBeNull();
  });
});
