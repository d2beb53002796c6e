import { execFile } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { publint } from "publint";
import { describe, expect, it } from "vitest";
import { root } from "../pages/files.ts";

interface Manifest {
  name: string;
  exports: Record<string, string | { types: string; default: string } | { default?: never }>;
}
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;

/** Every door with a module behind it: wildcards stand for each file that is there. */
const doors = Object.entries(manifest.exports).flatMap(([path, target]) => {
  // An empty object shuts a folder.
  if (typeof target == "string" || target.default === undefined) return [];
  const [before, after] = target.default.split("*");
  if (after === undefined) return [{ path, ...target }];
  return globSync(target.default, { cwd: root }).map((file) => {
    const id = file.replaceAll("\\", "/").slice(before!.length - 2, -after.length);
    const fill = (text: string): string => text.replace("*", id);
    return { path: fill(path), types: fill(target.types), default: fill(target.default) };
  });
});
const specifier = (path: string): string => manifest.name + path.slice(1);
const run = promisify(execFile);

/** Runs a module in a Node of its own, from the package's folder, where its own name resolves. */
const inNode = async (code: string): Promise<string> =>
  (await run(process.execPath, ["--input-type=module", "-e", code], { cwd: root })).stdout.trim();

describe("the package", () => {
  it("has the doors that the documentation names", () => {
    const names = doors.map(({ path }) => path);
    for (const door of [
      ".",
      "./ui",
      "./services/google-analytics",
      "./services/hotjar",
      "./services/microsoft-uet",
      "./signals/google-consent-mode",
      "./signals/microsoft-uet",
      "./migrate/onetrust",
      "./locales/en",
      "./locales/nl",
      "./locales/de",
      "./locales/fr",
      "./locales/es",
      "./proof",
      "./server",
      "./testing",
      "./react",
      "./vue",
      "./svelte",
      "./preact",
      "./astro",
      "./astro/middleware",
      "./next",
      "./next/config",
      "./nuxt",
      "./nuxt/server",
      "./sveltekit",
      "./react-router",
      "./react-router/server",
      "./tanstack",
      "./tanstack/server",
      "./angular",
      "./angular/server",
    ]) {
      expect(names, door).toContain(door);
    }
  });

  it("has a built file and types behind every door", () => {
    const targets = [
      ...doors.flatMap(({ types, default: file }) => [types, file]),
      ...Object.values(manifest.exports).filter((target) => typeof target == "string"),
    ];
    const absent = targets.filter((file) => !existsSync(join(root, file)));
    expect(absent).toEqual([]);
  });

  it("shuts its inner folders, by no null: Nuxt's own tool cannot read one", async () => {
    expect(Object.values(manifest.exports)).not.toContain(null);
    for (const folder of ["services", "signals", "migrate"]) {
      const code = `await import("consentry/${folder}/kit/any").catch(({ code }) => console.log(code))`;
      expect(await inNode(code)).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
    }
  });

  it("can be imported on a server, door by door, without running or leaving anything", async () => {
    // Angular is not installed here: its own app imports that entry point on a server.
    const onServer = doors.map(({ path }) => specifier(path)).filter((name) => !/angular$/.test(name));
    const code = `
      // Frameworks leave names of their own.
      await Promise.all(["react", "vue"].map((name) => import(name)));
      const before = Object.getOwnPropertyNames(globalThis).length;
      const failures = [];
      for (const door of ${JSON.stringify(onServer)}) {
        try { await import(door); } catch (error) { failures.push(door + ": " + error); }
      }
      const { createConsent } = await import(${JSON.stringify(manifest.name)});
      const consent = createConsent({ controller: { name: "Acme BV" } });
      const permits = consent.permits("performance");
      console.log(JSON.stringify({
        failures, permits,
        added: Object.getOwnPropertyNames(globalThis).length - before,
        busy: process.getActiveResourcesInfo().filter((name) => name == "Timeout"),
      }));`;
    expect(JSON.parse(await inNode(code))).toEqual({
      failures: [],
      permits: false,
      added: 0,
      busy: [],
    });
  });

  it("carries no other door's code in the headless one", async () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const text = readFileSync(join(root, file), "utf8");
      for (const [, next] of text.matchAll(/^(?:import|export)[^"']*["'](\.[^"']+)["']/gm)) {
        visit(join(file, "..", next!).replaceAll("\\", "/"));
      }
    };
    visit("dist/esm/entries/index.js");
    expect(seen.size).toBeGreaterThan(10);
    const foreign = [...seen].filter((file) => /\/(ui|proof|services|i18n\/locales)\//.test(file));
    expect(foreign).toEqual([]);
  });

  it("reads a choice from a Cookie header, in any server's style", async () => {
    const code = `
      const { readConsent } = await import("${manifest.name}/server");
      const options = { controller: { name: "Acme BV" } };
      const read = (header) => readConsent(header, options).permits("performance");
      console.log(JSON.stringify([read(undefined), read("a=b"), read("consentry=%"), read("consentry=yes%3Dperformance")]));`;
    expect(JSON.parse(await inNode(code))).toEqual([false, false, false, false]);
  });

  it("is clean by publint", async () => {
    const { messages } = await publint({ pkgDir: root, strict: true });
    expect(messages).toEqual([]);
  });

  it("shows no leftover of the build in what visitors fetch", () => {
    const files = globSync("dist/*.js", { cwd: root });
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const text = readFileSync(join(root, file), "utf8");
      expect(text, file).not.toMatch(/__VERSION__|__BUILD__|__LOCALES__|sourceMappingURL|process\.env/);
      // Preact's own `innerHTML` stays out of reach: nothing of ours passes it (test/arch).
      expect(text, file).not.toMatch(/\beval\(|new Function\(|document\.write|insertAdjacentHTML/);
    }
  });
});
