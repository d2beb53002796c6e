import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import { installed } from "../../scripts/packages.mjs";
import { root as home } from "../pages/files.ts";
import { command } from "../util/command.ts";
import { NEXT, NEXT_MANIFEST } from "../util/nextStarter.ts";
import { NUXT } from "../util/nuxtStarter.ts";
import { CLOUDFLARE, DENO } from "../util/reactRouterEdgeStarters.ts";
import { REACT_ROUTER } from "../util/reactRouterStarter.ts";
import { angularStarter } from "../util/angularStarter.ts";
import { ASTRO } from "../util/astroStarter.ts";
import { SVELTE, svelteStarter } from "../util/svelteStarter.ts";
import { TANSTACK, TANSTACK_NITRO, TANSTACK_SHELL } from "../util/tanstackStarter.ts";
import { writeFiles } from "../util/writeFiles.ts";

const starters = installed("test/packages/starters");
const VITE = join(starters, "create-vite");

type Files = Readonly<Record<string, string>>;

/** A fresh project: a starter's template, and files of the test over it. */
function project(template: string | null, files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "consentry-init-"));
  if (template) cpSync(template, folder, { recursive: true });
  writeFiles(folder, files);
  return folder;
}

/** Every text below a folder, by its path. */
function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "latin1")]),
  );
}

const ANGULAR = JSON.stringify({ dependencies: { "@angular/core": "22" } });
const PLAIN = {
  "index.html": `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <title>Winkel</title>
  </head>
  <body></body>
</html>
`,
  "old.htm": "<HTML><HEAD><TITLE>x</TITLE></HEAD><BODY></BODY></HTML>",
};

const FRESH: readonly [name: string, make: () => string | Promise<string>][] = [
  ...["react-ts", "react", "vue-ts", "svelte-ts", "preact-ts", "vanilla-ts", "vanilla"].map(
    (name): [string, () => string] => [
      `vite-${name}`,
      () => project(join(VITE, `template-${name}`)),
    ],
  ),
  ...["app/ts", "app/js", "app-tw/ts", "app-empty/ts"].map((name): [string, () => string] => [
    `next-${name.replace("/", "-")}`,
    () => project(join(NEXT, name), NEXT_MANIFEST),
  ]),
  ["react-router", () => project(null, REACT_ROUTER)],
  ["react-router-cloudflare", () => project(null, CLOUDFLARE)],
  ["react-router-deno", () => project(null, DENO)],
  ["tanstack", () => project(null, TANSTACK)],
  ["tanstack-nitro", () => project(null, TANSTACK_NITRO)],
  [
    "tanstack-shell",
    () =>
      project(null, {
        ...TANSTACK,
        "src/routes/__root.tsx": TANSTACK["src/routes/__root.tsx"]!.replace(
          /function RootDocument[^]*/,
          TANSTACK_SHELL,
        ),
      }),
  ],
  ...(["typescript", "none"] as const).map((types): [string, () => string] => [
    `sveltekit-${types}`,
    () => project(join(SVELTE, "assets"), svelteStarter(types)),
  ]),
  [
    "sveltekit-hooks",
    () =>
      project(null, {
        ...svelteStarter("none"),
        "src/app.html": '<!doctype html>\n<html lang="nl">\n</html>\n',
        "src/hooks.client.js":
          "import * as errors from 'errors';\n\nexport const handleError = errors.handle;\n",
      }),
  ],
  ["angular", () => angularStarter(project(null), {})],
  ["angular-ssr", () => angularStarter(project(null), { ssr: true })],
  ["angular-modules", () => angularStarter(project(null), { ssr: true, standalone: false })],
  ["astro", () => project(null, ASTRO)],
  [
    "astro-integrations",
    () =>
      project(null, {
        ...ASTRO,
        "astro.config.mjs": `import { defineConfig } from "astro/config";
import sitemap from "@astrojs/sitemap";

export default defineConfig({
  site: "https://example.com",
  integrations: [
    sitemap(),
  ],
});
`,
      }),
  ],
  ["nuxt", () => project(null, NUXT)],
  [
    "nuxt-modules",
    () =>
      project(null, {
        "package.json": NUXT["package.json"],
        "nuxt.config.js": `export default defineNuxtConfig({
  app: { head: { htmlAttrs: { lang: "nl" } } },
  modules: ["@nuxt/image", "@nuxt/scripts"],
});
`,
      }),
  ],
  ["html", () => project(null, PLAIN)],
];

describe("consentry init", () => {
  it.each(FRESH)("puts Consentry into a fresh project: %s", async (name, make) => {
    const folder = await make();
    const before = filesOf(folder);
    const shown = await command(["init", folder]);
    expect(shown).toMatchObject({ code: 0 });
    expect(filesOf(folder)).toEqual(before);
    await expect(shown.out).toMatchFileSnapshot(`snapshots/init/${name}.diff`);

    const other = project(folder);
    execFileSync("git", ["apply", "--unsafe-paths", "-"], { cwd: other, input: shown.out });
    const written = await command(["init", folder, "--write"]);
    expect(written).toMatchObject({ code: 0, out: shown.out });
    expect(filesOf(folder)).toEqual(filesOf(other));

    const again = await command(["init", folder, "--write"]);
    expect(again).toEqual({ code: 0, out: "", err: "Nothing is left to write.\n" });
    expect(filesOf(folder)).toEqual(filesOf(other));
  });

  it("makes an app that Vite builds, with the head in its page and the words of its language", async () => {
    const folder = project(join(VITE, "template-vanilla-ts"));
    const page = join(folder, "index.html");
    writeFileSync(page, readFileSync(page, "utf8").replace('lang="en"', 'lang="nl"'));
    await command(["init", folder, "--write", "--name", 'Acme "BV"']);
    mkdirSync(join(folder, "node_modules"));
    for (const one of ["vite", "typescript"]) {
      symlinkSync(join(home, "node_modules", one), join(folder, "node_modules", one));
    }
    symlinkSync(home, join(folder, "node_modules/consentry"));
    const types = ["-p", folder, "--noEmit"];
    execFileSync(process.execPath, [join(home, "node_modules/typescript/bin/tsc"), ...types]);
    await build({ root: folder, logLevel: "silent" });
    const made = filesOf(join(folder, "dist"));
    expect(made["index.html"]).toMatch(/<script>\(\(\)=>\{.*consentry\.head/);
    const code = Object.entries(made)
      .filter(([path]) => path.endsWith(".js"))
      .map(([, text]) => text)
      .join("");
    expect(code).toContain('Acme "BV"');
    expect(code).toContain("Alles weigeren");
  });

  it("leaves to a person what has another form, and says it once", async () => {
    const folder = project(join(NEXT, "app-empty/ts"), {
      ...NEXT_MANIFEST,
      "next.config.ts": "export default () => ({});\n",
      "app/layout.tsx":
        'export default function L({ children }) {\n  return <html lang="en"><head /><body><main>{children}</main></body></html>;\n}\n',
      "consent.config.ts": "export const theirs = 1;\n",
    });
    const { code, err } = await command(["init", folder, "--write"]);
    expect(code).toBe(1);
    expect(err.match(/^By hand: [^.]*\./gm)).toEqual([
      "By hand: consent.",
      "By hand: Wrap what your next.",
      "By hand: In app/layout.",
    ]);
    expect(filesOf(folder)["consent.config.ts"]).toBe("export const theirs = 1;\n");
  });

  it("leaves a server's entry that is there to a person", async () => {
    const entry = { "app/entry.server.tsx": "export default () => new Response();\n" };
    const folder = project(null, { ...REACT_ROUTER, ...entry });
    const { code, err } = await command(["init", folder, "--write"]);
    expect([code, err.match(/^By hand: [^.]*\./gm)]).toEqual([1, ["By hand: app/entry."]]);
    expect(filesOf(folder)).toMatchObject(entry);
  });

  it("leaves to a person a server of Angular's that answers otherwise", async () => {
    const folder = await angularStarter(project(null), { ssr: true });
    const server = join(folder, "src/server.ts");
    const own = readFileSync(server, "utf8").replace(/\.handle\(req\)/, ".handle(req, {})");
    writeFileSync(server, own);
    const { code, err } = await command(["init", folder, "--write"]);
    expect([code, err.match(/^By hand: [^.]*\./gm)]).toEqual([1, ["By hand: Let each page of src/server."]]);
    expect(readFileSync(server, "utf8")).toBe(own);
  });

  it("leaves TanStack Start's own middleware and another router to a person", async () => {
    const own = {
      "src/start.ts": "export const startInstance = createStart(() => ({}));\n",
      "src/router.tsx": "export const getRouter = () => createRouter({ routeTree });\n",
    };
    const folder = project(null, { ...TANSTACK, ...own });
    const { code, err } = await command(["init", folder, "--write"]);
    expect([code, err.match(/^By hand: [^.]*\./gm)]).toEqual([
      1,
      ["By hand: src/start.", "By hand: Give createRouter in src/router."],
    ]);
    expect(filesOf(folder)).toMatchObject(own);
  });

  it("leaves SvelteKit's own hooks of the server to a person", async () => {
    const hook = { "src/hooks.server.js": "export const handle = ({ event, resolve }) => resolve(event);\n" };
    const folder = project(null, { ...svelteStarter("none"), ...hook });
    const { code, err } = await command(["init", folder, "--write"]);
    expect([code, err.match(/^By hand: [^.]*\./gm)]).toEqual([1, ["By hand: src/hooks."]]);
    expect(filesOf(folder)).toMatchObject(hook);
  });

  it.each<[string, Files, number, string]>([
    ["nothing", {}, 2, "neither a page nor a package.json"],
    ["pages in a folder", { "public/index.html": "<p>" }, 2, "There are pages in public: npx consentry init "],
    ["the pages router", NEXT_MANIFEST, 2, "docs/nextjs.md"],
    ["Angular in another workspace", { "package.json": ANGULAR }, 2, "Angular without angular.json"],
    [
      "several apps of Angular",
      {
        "package.json": ANGULAR,
        "angular.json":
          '{"projects":{"a":{"projectType":"application"},"b":{"projectType":"application"}}}',
      },
      2,
      "several apps",
    ],
    [
      "a server's part that needs Node.js, on Cloudflare",
      {
        "package.json": JSON.stringify({
          dependencies: { "@tanstack/react-start": "1", "@cloudflare/vite-plugin": "1" },
        }),
      },
      2,
      "docs/frameworks.md#at-the-edge",
    ],
    [
      "another framework in Deno",
      { "deno.json": '{ "imports": { "astro": "npm:astro@7" } }' },
      2,
      "docs/frameworks.md#at-the-edge",
    ],
    ["a broken manifest of Deno", { "deno.json": "{" }, 3, "deno.json is no JSON"],
    ["a broken manifest", { "package.json": "{" }, 3, "package.json is no JSON"],
  ])("says what it cannot do: %s", async (_what, files, code, says) => {
    const folder = project(null, files);
    const ended = await command(["init", folder, "--write"]);
    expect(ended.code).toBe(code);
    expect(ended.err).toContain(says);
    expect(filesOf(folder)).toEqual(files);
  });

  it("says that a folder is not there", async () => {
    expect((await command(["init", "/nowhere/at/all"])).code).toBe(3);
    expect((await command(["init", "--wrte"])).code).toBe(2);
  });
});
