import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFiles, readModules, root, withoutComments } from "./modules.ts";

const CEILING = 300; // lines
const MEDIAN = 80;

/** Whatever turns a text into markup or code, and expressions built from data. */
const SINKS: Record<string, RegExp> = {
  innerHTML: /\.innerHTML\b|dangerouslySetInnerHTML|\["innerHTML"\]/,
  "outerHTML =": /\.outerHTML\s*\+?=(?!=)/,
  insertAdjacentHTML: /insertAdjacentHTML/,
  "document.write": /\bdocument\s*\.\s*write(ln)?\b/,
  eval: /\beval\s*\(/,
  Function: /\bnew\s+Function\b|(?<![\w.])Function\s*\(/,
  "timer with text": /\bset(Timeout|Interval)\s*\(\s*["'`]/,
  'setAttribute("on…")': /setAttribute\s*\(\s*["'`]on/i,
  createContextualFragment: /createContextualFragment/,
  srcdoc: /\bsrcdoc\b/,
  DOMParser: /\bDOMParser\b/,
  "javascript: address": /["'`]javascript:/i,
  RegExp: /(?<![\w.])RegExp\s*\(/,
};

/**
 * What a page wrote itself: a frame's own text, and what a released script writes. And what the build of a site
 * wrote, which React takes as text in no other way.
 */
const ALLOWED = [
  "src/adapters/pageElements.ts: innerHTML",
  "src/gate/addresses.ts: srcdoc",
  "src/gate/lateWrites.ts: DOMParser",
  "src/gate/releaseEmbed.ts: srcdoc",
];

const sinksIn = (text: string): string[] =>
  Object.keys(SINKS).filter((name) => SINKS[name]!.test(withoutComments(text)));

describe("the house rules", () => {
  const modules = readModules();
  const lines = (file: string): number =>
    readFileSync(join(root, file), "utf8").split("\n").length - 1;

  it("no text becomes markup or code anywhere in the source", () => {
    const found = modules.flatMap(({ file, text }) =>
      sinksIn(text).map((name) => `${file}: ${name}`),
    );
    expect(found.toSorted()).toEqual(ALLOWED);
  });

  it("the rule sees each sink, and not those that only a comment names", () => {
    const bad = [
      "element.innerHTML = text",
      "<p dangerouslySetInnerHTML={x} />",
      "element.outerHTML = text",
      'element.insertAdjacentHTML("beforeend", text)',
      "document.write(text)",
      "document.writeln(text)",
      "eval(text)",
      "new Function(text)",
      'Function("return this")()',
      'setTimeout("code()", 10)',
      'element.setAttribute("onclick", text)',
      "range.createContextualFragment(text)",
      "frame.srcdoc = text",
      "new DOMParser()",
      'link.href = "javascript:alert(1)"',
      "new RegExp(name)",
    ];
    expect(bad.filter((line) => sinksIn(line).length == 0)).toEqual([]);
    const good = [
      "// never innerHTML",
      "/* eval(text) */",
      "if (element.outerHTML == text) return",
      "setTimeout(run, 10)",
      "retrieval(text)",
      "handler as Function",
      'const url = "https://example.org"; /* document.write */',
    ];
    expect(good.filter((line) => sinksIn(line).length)).toEqual([]);
  });

  it(`no file is longer than ${CEILING} lines`, () => {
    const files = [
      ...modules.map(({ file }) => file),
      ...["test", "scripts"].flatMap(listFiles).filter((file) => /\.(ts|tsx|mjs)$/.test(file)),
    ];
    const long = files.filter((file) => lines(file) > CEILING);
    expect(long.map((file) => `${file}: ${lines(file)} lines`)).toEqual([]);
  });

  it(`half of the source files have fewer than ${MEDIAN} lines`, () => {
    const sizes = modules.map(({ file }) => lines(file)).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(MEDIAN);
  });

  it("no test is skipped, focused or without an assertion, and no module is mocked", () => {
    const tests = ["src", "test"].flatMap(listFiles).filter((file) => /\.test\.tsx?$/.test(file));
    const bad = tests.filter((file) => {
      const code = withoutComments(readFileSync(join(root, file), "utf8")).replace(
        /"(?:\\.|[^"\\])*"/g,
        '""',
      );
      return (
        /\b(?:it|test|describe)\.(?:skip|only|todo)\b|\bvi\.mock\(/.test(code) ||
        !/\bexpect\b/.test(code)
      );
    });
    expect(bad).toEqual([]);
  });
});
