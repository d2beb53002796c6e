import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build, type Plugin } from "esbuild";
import { expect, it } from "vitest";
import type { State } from "../../src/core/choice/state.ts";
import { root as home } from "../pages/files.ts";
import { cookieOf } from "../recipes/cookieOf.ts";
import { command } from "../util/command.ts";
import { CLOUDFLARE, DENO } from "../util/reactRouterEdgeStarters.ts";
import { writeFiles } from "../util/writeFiles.ts";

const OPTIONS = { controller: { name: "Acme BV" }, categories: ["performance", "marketing"] };

/** What is the app's own choice, and no file: only what of it is used stays. */
const outside: Plugin = {
  name: "outside",
  setup({ onResolve }) {
    onResolve({ filter: /^(?:react|react-router|node:.*)(?:\/|$)/ }, ({ path }) => ({
      path,
      external: true,
      sideEffects: false,
    }));
  },
};

it.each([
  ["Cloudflare", CLOUDFLARE, ["workerd", "worker", "browser"]],
  ["Deno", DENO, ["deno"]],
] as const)(
  "what init writes for React Router on %s needs no file and nothing of Node.js, and reads a request's choice",
  async (_name, files, conditions) => {
    const folder = mkdtempSync(join(tmpdir(), "consentry-edge-"));
    writeFiles(folder, files);
    const written = await command(["init", folder, "--write", "--name", "Acme BV"]);
    expect(written.code).toBe(0);
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(home, join(folder, "node_modules/consentry"), "junction");
    const bundle = async (contents: string, jsx: "automatic" | "transform") => {
      const made = await build({
        stdin: { contents, resolveDir: join(folder, "app"), loader: "tsx" },
        bundle: true,
        format: "iife",
        globalName: "app",
        platform: "neutral",
        conditions: [...conditions],
        jsx,
        loader: { ".css": "empty" },
        plugins: [outside],
        write: false,
        metafile: true,
        logLevel: "silent",
      });
      const [output] = Object.values(made.metafile.outputs);
      const imports = new Set(output!.imports.map(({ path }) => path));
      return { code: made.outputFiles[0]!.text, imports: [...imports].sort() };
    };
    const whole = await bundle('export * from "./root"; export { default } from "./root";', "automatic");
    expect(whole.imports).toEqual(["react", "react-router", "react/jsx-runtime"]);

    const { code, imports } = await bundle('export { headers, loader } from "./root";', "transform");
    expect(imports).toEqual([]);
    const world = createContext({ Request, Headers, URL, TextEncoder, TextDecoder, atob, btoa, crypto });
    runInContext(code, world);
    const told = (cookie: string): unknown => {
      Object.assign(world, { request: new Request("https://shop.test/", { headers: { cookie } }) });
      const text = String(runInContext("JSON.stringify(app.loader({ request }))", world));
      const { consent } = JSON.parse(text) as { consent: State };
      return [consent.status, consent.categories];
    };
    expect(told("")).toEqual(["undecided", { necessary: true, performance: false, marketing: false }]);
    expect(told(cookieOf(OPTIONS, { performance: true }))).toEqual([
      "decided",
      { necessary: true, performance: true, marketing: false },
    ]);
    expect(runInContext('app.headers()["cache-control"]', world)).toBe("private, no-store");
  },
);
