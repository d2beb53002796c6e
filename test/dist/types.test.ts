import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
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
