import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { root } from "../pages/files.ts";

const run = promisify(execFile);
const tsc = join(root, "node_modules/typescript/bin/tsc");

/** What the compiler says about a project; empty when it is content. */
async function check(project: string): Promise<string> {
  try {
    return (await run(process.execPath, [tsc, "-p", project], { cwd: root })).stdout;
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
}

it("the examples compile against the built types, as a site's own code would", async () => {
  expect(await check("examples/tsconfig.json")).toBe("");
});

const folder = join(root, ".tmp/types");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("Playwright's page and context fit the test kit without a cast, and nothing else does", async () => {
  mkdirSync(folder, { recursive: true });
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: { isolatedDeclarations: false },
    include: ["."],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const write = (lines: string): void =>
    writeFileSync(
      join(folder, "site.ts"),
      `import { checkServices, setConsent, watchPage, type Watch } from "consentry/testing";
      import type { Browser, Page } from "playwright";
      const site = { controller: { name: "Acme BV" } };
      const url = "https://www.example.org/";
      ${lines}`,
    );
  write(`export async function look(browser: Browser, page: Page): Promise<Watch> {
    await setConsent(page, { site, yes: "all" });
    await setConsent(page.context(), { site, yes: ["performance"], url });
    const open = async (): Promise<Page> => (await browser.newContext()).newPage();
    await checkServices({ site, url, open, accept: (its) => its.getByText("OK").click() });
    return watchPage(page, { site });
  }`);
  expect(await check(folder)).toBe("");
  write(`export async function look(browser: Browser, page: Page): Promise<void> {
    await watchPage(browser);
    await setConsent(page, { site, yes: "everything" });
    await watchPage(page, { allowed: [] });
  }`);
  const errors = await check(folder);
  for (const word of ["'Browser'", '"everything"', "'allowed'"]) expect(errors).toContain(word);
});

it("options with their own type go into the Vite plugin as they are", async () => {
  mkdirSync(folder, { recursive: true });
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: { isolatedDeclarations: false },
    include: ["."],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  writeFileSync(
    join(folder, "site.ts"),
    `import type { Options } from "consentry";
    import consentry from "consentry/vite";
    const options: Options = { controller: { name: "Acme BV" }, services: { hotjar: { id: 1 } } };
    export const plugins = [consentry({ config: options }), consentry({ config: "consent.json" })];`,
  );
  expect(await check(folder)).toBe("");
});

it("where the instance is registered, hooks and components refuse a misspelt id", async () => {
  mkdirSync(folder, { recursive: true });
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: { isolatedDeclarations: false },
    include: ["."],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const wrong = [
    'react.useConsent().permits("hotjarr")',
    "react.useConsent().state.services.hotjarr",
    'react.Consented({ to: "hotjarr" })',
    'react.ConsentSettings({ of: "hotjarr" })',
    'preact.useConsent().permits("hotjarr")',
    'preact.Consented({ to: "hotjar markting" })',
    'preact.ConsentSettings({ of: "hotjarr" })',
    'vue.useConsent().permits("hotjarr")',
    "vue.useConsent().state.value.services.hotjarr",
    // As a template's checker makes it.
    'new vue.Consented({ to: "hotjarr" })',
    'vue.ConsentSettings({ of: "hotjarr" }, none)',
    'openPreferences(document.body, "hotjarr")',
    'next.useConsent().permits("hotjarr")',
  ];
  const right = wrong.map((line) => line.replace(/hotjarr|markting/, "hotjar"));
  writeFileSync(
    join(folder, "site.ts"),
    `import { createConsent } from "consentry";
    import { hotjar } from "consentry/services/hotjar";
    import * as preact from "consentry/preact";
    import * as react from "consentry/react";
    import * as next from "consentry/next";
    import * as vue from "consentry/vue";
    import { openPreferences } from "consentry/svelte";
    export const consent = createConsent({ controller: { name: "Acme BV" }, services: [hotjar()] });
    declare module "consentry" {
      interface Register {
        consent: typeof consent;
      }
    }
    declare const none: never;
    export const uses = [${right.map((line) => `() => ${line},`).join("\n")}];
    export const misspelt = [
      ${wrong.map((line) => `// @ts-expect-error a misspelt id\n() => ${line},`).join("\n")}
    ];`,
  );
  expect(await check(folder)).toBe("");
});

it("every entry point's types hold where a site checks its libraries' as well", async () => {
  mkdirSync(folder, { recursive: true });
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    exports: Record<string, string | { types?: string }>;
  };
  const doors = Object.entries(exports)
    .filter(([, target]) => typeof target == "object" && target.types)
    .map(([path]) => `consentry${path.slice(1)}`.replace("*", "hotjar"))
    // Those of Angular need its package, which only its app has.
    .filter((name) => !/angular$|(signals|migrate|shims|locales)\/hotjar/.test(name));
  const others = ["signals/adobe", "migrate/klaro", "migrate/shims/klaro", "locales/nl"];
  const names = [...doors, ...others.map((path) => `consentry/${path}`)];
  expect(names.length).toBeGreaterThan(30);
  const lines = names.map((name, at) => `import * as door${at} from "${name}"; void door${at};`);
  writeFileSync(join(folder, "site.ts"), lines.join("\n"));
  const compilerOptions = {
    module: "NodeNext",
    target: "ES2022",
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["."] }),
  );
  expect(await check(folder)).toBe("");
});
