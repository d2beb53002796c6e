import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decisionsIndex } from "../../scripts/decisions-index.mjs";
import { explain } from "../../src/core/problems/explain.ts";
import { findProblems } from "../../src/core/problems/findProblems.ts";
import type { ProblemCode } from "../../src/core/problems/problem.ts";
import { root } from "../pages/files.ts";
import { readText, rowsBelow, rowsOf } from "./markdown.ts";
import { listFiles, withoutComments } from "./modules.ts";

const unquote = (cell: string | undefined): string => cell?.replace(/^`|`$/g, "") ?? "";

/** Property names of an interface in a source file, comments apart. */
function fieldsOf(file: string, name: string): string[] {
  const text = withoutComments(readText(file));
  const start = text.search(new RegExp(`^export interface ${name}\\b`, "m"));
  // The names of its type parameters may stand on lines of their own.
  const rest = text.slice(start).split(/^(?:export interface .*|>) \{$/m)[1];
  const body = rest?.split("\n}")[0] ?? "";
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[:(]/gm)].map(([, field]) => field!);
}

describe("docs/problems.md", () => {
  const codes = [...readText("src/core/problems/problem.ts").matchAll(/^ {2}\| "([\w-]+)"/gm)].map(
    ([, code]) => code as ProblemCode,
  );

  it("has every code once, with its sentence", () => {
    const rows = rowsOf(readText("docs/problems.md"));
    expect(codes.length).toBeGreaterThan(30);
    expect(Object.fromEntries(rows.map(([code, says]) => [unquote(code), says]))).toEqual(
      Object.fromEntries(codes.map((code) => [code, explain({ code, at: "{at}" })])),
    );
    expect(rows).toHaveLength(codes.length);
  });
});

describe("docs/options.md", () => {
  const text = readText("docs/options.md");
  const options = rowsOf(text.split("\n## ")[0]!).map(([name]) => unquote(name));

  it("has every option, and none that is not one", () => {
    expect(options.toSorted()).toEqual(
      fieldsOf("src/core/config/options.ts", "Options").toSorted(),
    );
    const unknown = (name: string): boolean =>
      findProblems({ [name]: undefined }).some(({ code }) => code == "unknown-option");
    expect(options.filter(unknown)).toEqual([]);
    expect(unknown("nothing")).toBe(true);
  });

  it("has every field of a service and of what it stores", () => {
    const fields = rowsBelow(text, "A service").map(([name]) => unquote(name));
    expect(fields.toSorted()).toEqual(
      [
        ...fieldsOf("src/core/config/service.ts", "Service"),
        ...fieldsOf("src/core/config/service.ts", "StorageItem"),
      ].toSorted(),
    );
  });

  it("names every member of an instance", () => {
    const members = rowsBelow(text, "The instance")
      .map(([cell]) => cell)
      .join(" ");
    for (const name of fieldsOf("src/engine/consent.ts", "Consent")) {
      expect(members.match(/[\w-]+/g)).toContain(name);
    }
  });

  it("names every colour that the styles take", () => {
    const styles = readText("src/ui/theme/tokens.ts");
    const taken = [...new Set(styles.match(/--consentry-[a-z-]+[a-z]/g))];
    expect(taken.length).toBeGreaterThan(5);
    for (const name of taken) expect(text).toContain(`\`${name}\``);
  });
});

describe("docs/markup.md", () => {
  it("has every attribute that the source reads or writes", () => {
    const text = readText("docs/markup.md");
    const sources = ["gate", "ui", "engine", "entries"].flatMap((room) => listFiles(`src/${room}`));
    const found = sources
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
      .flatMap((file) => withoutComments(readText(file)).match(/\bdata-[a-z]+(?:-[a-z]+)*/g) ?? []);
    const attributes = new Set(found);
    attributes.delete("data-label"); // Styles the table on a phone; not for pages.
    expect(attributes.size).toBeGreaterThan(15);
    const named = text.match(/\bdata-[a-z]+(?:-[a-z]+)*/g);
    for (const name of attributes) expect(named).toContain(name);
  });
});

describe("docs/guides/troubleshooting.md", () => {
  it("names codes of problems that exist, and no others", () => {
    const source = readText("src/core/problems/problem.ts");
    const named = [...readText("docs/guides/troubleshooting.md").matchAll(/`([a-z]+-[a-z-]+)`/g)];
    const codes = named.map(([, code]) => code!).filter((code) => !code.startsWith("data-"));
    expect(codes.length).toBeGreaterThan(15);
    for (const code of codes) expect(source).toContain(`| "${code}"`);
  });
});

describe("docs/reference/collector.openapi.json", () => {
  const api = JSON.parse(readText("docs/reference/collector.openapi.json")) as {
    paths: Record<string, Record<string, unknown>>;
    components: { schemas: { Refusal: { properties: { error: { enum: string[] } } } } };
  };

  it("has every address and method that a collector answers, and no other", () => {
    const routes = listFiles("src/collector")
      .filter((file) => file.endsWith("Routes.ts"))
      .flatMap((file) => [...readText(file).matchAll(/\.(get|post|put|options)\("(\/[^"]+)"/g)])
      .map(
        ([, method, path]) => `${method} ${path!.replace(":id", "{id}").replace("*", "{path}")}`,
      );
    const described = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method != "parameters")
        .map((method) => `${method} ${path}`),
    );
    expect(routes.length).toBeGreaterThan(8);
    expect(described.toSorted()).toEqual(routes.toSorted());
  });

  it("names every code of a refusal", () => {
    const source = readText("src/collector/http/refusal.ts").split(";")[0]!;
    const codes = [...source.matchAll(/\| "([\w-]+)"/g)].map(([, code]) => code!);
    expect(api.components.schemas.Refusal.properties.error.enum).toEqual(codes);
  });
});

describe("docs/decisions/index.md", () => {
  it("lists each decision with its status and date", () => {
    expect(readText("docs/decisions/index.md")).toBe(decisionsIndex());
  });
});

const SHOWN = ["docs/fail-closed.md", "docs/promises.md", "docs/security.md"];
describe.each(SHOWN)("%s", (file) => {
  // Tables of something else (directives, what remains possible) have no column of tests.
  const tables = readText(file).split(/\n(?!\|)/);
  const ofTests = tables.filter((table) => /^\|.*\| (?:test|Shown by) +\|$/m.test(table));
  const cells = ofTests.flatMap((table) => rowsOf(table).map((row) => row.at(-1)!));

  it("names for each row a test of that title", () => {
    expect(cells.length).toBeGreaterThan(40);
    for (const cell of cells) {
      const [, path, title] = /^`([^`]+)`: (.+)$/.exec(cell) ?? [];
      const text = path ? readText(path) : "";
      const stands = ['"', "'", "`"].some((quote) => text.includes(quote + title + quote));
      expect(stands, cell).toBe(true);
    }
  });
});

describe.each(["SECURITY.md"])("%s", (file) => {
  const cells = rowsOf(readText(file)).map((row) => row.at(-1)!);

  it("names for each row a test that is there, or says that there is none", () => {
    expect(cells.length).toBeGreaterThan(10);
    for (const cell of cells) {
      if (cell == "not yet tested") continue;
      const files = [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
      expect(files.length, cell).toBeGreaterThan(0);
      for (const path of files) expect(existsSync(join(root, path)), path).toBe(true);
      const title = cell.split("`: ")[1];
      if (title) expect(readText(files[0]!), title).toContain(`"${title}"`);
    }
  });
});
