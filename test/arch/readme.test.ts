import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { ownService } from "../../src/core/config/ownService.ts";
import { findProblems } from "../../src/core/problems/findProblems.ts";
import { APPS } from "../frameworks/apps.ts";
import { root } from "../pages/files.ts";
import { compileBlocks, doors, manifest } from "./doors.ts";
import { blocksOf, listTexts, proseOf, readText, rowsBelow } from "./markdown.ts";

const texts = listTexts();
const readme = readText("README.md");

const compile = (blocks: readonly string[]): Promise<string> => compileBlocks("readme", blocks);

/** The configurations with which a block of HTML or JavaScript starts the library. */
function startsIn(code: string): unknown[] {
  const options: unknown[] = [];
  const scripts = code.includes("<script")
    ? [...code.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)].map(
        ([, script]) => script!,
      )
    : [code];
  for (const script of scripts) {
    runInNewContext(script, { Consentry: { start: (given: unknown) => options.push(given) } });
  }
  return options.map((given) => structuredClone(given));
}

describe("what the texts show", () => {
  const all = texts.flatMap((file) =>
    blocksOf(readText(file)).map((block) => ({ file, ...block })),
  );
  // Files of an app are compiled where the app is.
  const ofApps = APPS.map(({ page }) => page);
  const modules = all.filter(
    ({ file, language, code }) =>
      language == "ts" && !(ofApps.includes(file) && code.startsWith("// ")),
  );
  const pages = all.filter(
    ({ language, code }) => /^(html|js)$/.test(language) && code.includes("Consentry.start("),
  );

  it("compiles, every TypeScript block against the package's own doors", async () => {
    expect(modules.length).toBeGreaterThan(1);
    expect(await compile(modules.map(({ code }) => code))).toBe("");
  });

  it("would not compile with a door or an option that does not exist", async () => {
    const errors = await compile([
      'import "consentry/nothing";\nimport { nothing } from "consentry";\nexport { nothing };',
      'import { createConsent } from "consentry";\ncreateConsent({ controler: { name: "Acme BV" } });',
    ]);
    for (const word of ["consentry/nothing", "'nothing'", "controler"]) {
      expect(errors).toContain(word);
    }
  });

  it("starts with configurations that have no problem, and names services that exist", () => {
    expect(pages.length).toBeGreaterThan(2);
    for (const { file, code } of pages) {
      const starts = startsIn(code);
      expect(starts.length, file).toBeGreaterThan(0);
      for (const options of starts) {
        expect(findProblems(options), file).toEqual([]);
        const { services = {} } = options as { services?: object };
        for (const [id, given] of Object.entries(services)) {
          if (ownService(id, given as object)) continue; // The site's own.
          expect(existsSync(join(root, `src/catalogue/services/${id}.ts`)), `${file}: ${id}`).toBe(
            true,
          );
        }
      }
    }
  });

  it("has a README of at most 700 words, with the two commands", () => {
    expect(readme.split(/\s+/).length).toBeLessThanOrEqual(700);
    for (const command of ["`npm ci && npm start`", "`npm ci && npm test`"]) {
      expect(readme).toContain(command);
    }
  });

  it("has a first page and a first module of ten lines each in the README", () => {
    for (const language of ["html", "ts"]) {
      const [first] = blocksOf(readme).filter((block) => block.language == language);
      const lines = first?.code.split("\n").filter(Boolean) ?? [];
      expect(lines.length, language).toBe(10);
    }
  });
});

describe("what the texts name", () => {
  it.each(texts)("%s: files and headings behind its links are there", (file) => {
    const prose = proseOf(readText(file)).replace(/`[^`\n]*`/g, "");
    const broken = [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target!)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [path, heading] = target.split("#");
        const full = path ? join(dirname(file), path) : file;
        if (!existsSync(join(root, full))) return true;
        return heading && !anchorsOf(readText(full.replaceAll("\\", "/"))).includes(heading);
      });
    expect(broken).toEqual([]);
  });

  it("npm scripts and files of tests that exist", () => {
    for (const file of texts) {
      const text = readText(file);
      for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g)) {
        expect(Object.keys(manifest.scripts), `${file}: npm run ${name}`).toContain(name);
      }
      // The first line of a block names a file of the reader's own.
      const ours = text.replace(/^\/\/ \S+$/gm, "");
      for (const [path] of ours.matchAll(/\b(?:src|test|scripts)\/[\w./-]*\.(?:tsx?|mjs)\b/g)) {
        expect(existsSync(join(root, path)), `${file}: ${path}`).toBe(true);
      }
    }
  });

  it("commands that exist, with options that they have", () => {
    const commands = [...readText("src/cli/run.ts").matchAll(/^ {2}(\w+): async/gm)];
    const names = commands.map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(10);
    for (const file of texts) {
      const shown = readText(file).matchAll(/npx consentry ([a-z]\w*)([^\n`]*)/g);
      for (const [line, name, rest] of shown) {
        expect(names, `${file}: ${line}`).toContain(name);
        const source = readText(`src/cli/${name}Command.ts`);
        for (const [option, word] of rest!.matchAll(/--([a-z][\w-]*)/g)) {
          const has = option == "--help" || source.includes(option) || source.includes(`"${word}"`);
          expect(has, `${file}: ${line}`).toBe(true);
        }
      }
    }
  });

  it("every door of the package, and no other", () => {
    const named = rowsBelow(readText("docs/guides/npm.md"), "Entry points").map(([door]) =>
      door!.replaceAll("`", "").replace(/<\w+>/, "*"),
    );
    expect(named.toSorted()).toEqual(doors.map(({ name }) => name).toSorted());
  });

  it("pictures that the script takes", () => {
    const script = readText("scripts/screenshots.mjs");
    const pictures = [...readme.matchAll(/docs\/screenshots\/(\w+)-(\w+)-(light|dark)\.png/g)];
    expect(pictures.length).toBeGreaterThan(2);
    for (const [, view, screen] of pictures) {
      expect(script).toContain(`shoot("${view}")`);
      expect(script).toContain(`${screen}: {`);
    }
  });
});

/** Ids that GitHub gives to the headings of a text. */
function anchorsOf(text: string): string[] {
  return [...proseOf(text).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
}
