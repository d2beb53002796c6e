import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SymbolFlags, type Symbol } from "typescript/unstable/sync";
import { SyntaxKind, type Node } from "typescript/unstable/ast";
import { compileBlocks, doors } from "./doors.ts";
import { root } from "./modules.ts";
import { compile } from "./program.ts";

/** Every import path; one with a star stands for a file each. */
const OURS = doors.flatMap(({ name, source }) =>
  globSync(source.replace(/\.js$/, ".ts"), { cwd: root })
    .filter((file) => !file.includes(".test."))
    .map((file) => ({ name: name.replace("*", basename(file, ".ts")), source: file })),
);
/** A language's words: all of one type, and nothing to call. */
const WORDS = /\/locales\//;

/** What is what it is by law or by a standard, and the source that the comment names. */
const SOURCES: Record<string, RegExp> = {
  Controller: /GDPR Art\. 4\(7\)/,
  "Options.controller": /GDPR Art\. 13/,
  "Options.days": /RFC 6265bis|rfc6265bis/,
  "Options.hostOnly": /RFC 6265bis|rfc6265bis/,
  "Options.gpc": /w3\.org\/TR\/gpc|globalprivacycontrol/i,
  "Options.language": /BCP 47/,
  "Options.nonce": /CSP/,
  "Service.basis": /GDPR Art\. 6/,
  StorageItem: /ePrivacy/,
  "Consent.acceptAll": /GDPR Art\. 4\(11\)/,
  "Consent.rejectAll": /ePrivacy|GDPR/,
  "Consent.withdraw": /GDPR Art\. 7\(3\)/,
  "Consent.proof": /GDPR Art\. 7\(1\)/,
};

const THROWS = /@throws|never throws|throws nothing|throws only/i;
const DEFAULT = /default|without|absent|empty/i;
const UNIT =
  /second|minute|hour|day|byte|whole|count|how (many|often)|number|port|index|position|milli|unix|length|size/i;
/** Interfaces that a site fills in: what may be left out has a default. */
const GIVEN = /(Options|Files|Matrix|Base|Props|Rules)$/;

const CONSENT =
  'import type { Consent } from "consentry"; declare const consent: Consent; export {};\n';

/** As much of Playwright's, Hono's and Node.js's objects as is used: they are documented there. */
const OF_OTHERS = /^(Kit|NewCookie|NodeRe|HonoContext)/;
/** Filled in twice, here: SQLite and PostgreSQL. */
const FOR_US = /^Store\./;

interface Documented {
  /** `Options.days` */
  path: string;
  /** The comment as written, tags included. */
  text: string;
  node: Node;
  symbol: Symbol;
  isMember: boolean;
}

type Declared = Node & {
  parameters?: readonly (Node & { name: Node })[];
  questionToken?: Node;
  type?: Node;
  members?: readonly Node[];
  name?: Node;
};

describe("the public surface", () => {
  const { project, close } = compile();
  afterAll(close);
  const { checker, program } = project;

  const commentOf = (node: Node): string => {
    const text = node.getSourceFile().text;
    const before = text.slice(node.pos, node.getStart(node.getSourceFile()));
    return before.match(/\/\*\*[^]*?\*\//g)?.at(-1) ?? "";
  };
  /** A variable's comment stands before its statement. */
  const holderOf = (node: Node): Node =>
    node.kind == SyntaxKind.VariableDeclaration ? node.parent.parent : node;

  /** Those of a type, also where it is put together of several (`A & { … }`, `{ … } | { … }`). */
  const membersIn = (type: Node | undefined): readonly Node[] => {
    const { members = [], types = [] } = (type ?? {}) as Declared & { types?: readonly Node[] };
    const inner = type?.kind == SyntaxKind.ParenthesizedType ? [(type as Declared).type] : types;
    return [...members, ...inner.flatMap(membersIn)];
  };

  const found = new Map<string, Documented>();
  const add = (symbol: Symbol, name: string, door: string, isMember: boolean): void => {
    for (const handle of symbol.declarations) {
      let path = name;
      const node = handle.resolve();
      const file = node?.getSourceFile().fileName ?? "";
      if (!node || !file.startsWith(join(root, "src"))) continue;
      // Two doors may have the same name for two things.
      const before = found.get(path);
      if (before?.node.getSourceFile().fileName == file) continue;
      if (before) path = `${door}:${path}`;
      if (found.has(path)) continue;
      found.set(path, { path, text: commentOf(holderOf(node)), node, symbol, isMember });
      const members =
        node.kind == SyntaxKind.TypeAliasDeclaration
          ? membersIn((node as Declared).type)
          : ((node as Declared).members ?? []);
      if (OF_OTHERS.test(path)) continue;
      for (const member of members) {
        const { name: own } = member as Declared;
        const of = own && checker.getSymbolAtLocation(own);
        // What a compiler writes is no one's to call.
        if (of && !of.name.startsWith("ɵ")) add(of, `${path}.${of.name}`, door, true);
      }
    }
  };
  for (const { name: door, source } of OURS) {
    const file = program.getSourceFile(join(root, source))!;
    for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(file)!)) {
      const real = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      add(real, symbol.name == "default" ? real.name : symbol.name, door, false);
    }
  }
  const all = [...found.values()];
  const summaryOf = ({ text }: Documented): string =>
    text
      .replace(/^\/\*\*|\*\/$/g, "")
      .replace(/^\s*\* ?/gm, "")
      .split(/^@/m)[0]!
      .trim();
  /** Those whose type does not say what they are: a type of ours has a comment of its own. */
  const parametersOf = ({ node }: Documented): string[] => {
    const { parameters, type, initializer } = node as Declared & { initializer?: Declared };
    const list =
      parameters ?? (type as Declared | undefined)?.parameters ?? initializer?.parameters;
    return (list ?? [])
      .filter(
        (one) =>
          !found.has(
            /^\w+/.exec((one as Declared).type?.getText(one.getSourceFile()) ?? "")?.[0] ?? "",
          ),
      )
      .map(({ name }) => name.getText(name.getSourceFile()));
  };
  const isFunction = ({ node }: Documented): boolean =>
    [SyntaxKind.FunctionDeclaration, SyntaxKind.VariableDeclaration].includes(node.kind) &&
    !WORDS.test(node.getSourceFile().fileName);
  const missing = (test: (one: Documented) => boolean): string[] =>
    all.filter(test).map(({ path }) => path);

  it("is all there", () => {
    expect(all.length).toBeGreaterThan(600);
    const some = [
      "createConsent",
      "Options.days",
      "Consent.withdraw",
      "watchPage",
      "hotjar",
      "klaro",
    ];
    for (const path of [...some, "HotjarOptions.id", "googleConsentMode", "nl"]) {
      expect(found.has(path), path).toBe(true);
    }
  });

  it("says of each function, option and type what it is", () => {
    expect(missing((one) => summaryOf(one).length < 12)).toEqual([]);
  });

  it("names each parameter", () => {
    const unnamed = all
      .filter(({ path }) => !FOR_US.test(path))
      .flatMap((one) =>
        parametersOf(one)
          .filter((name) => /^\w+$/.test(name) && name != "this")
          .filter(
            (name) => !one.text.includes(`@param ${name}`) && !one.text.includes(`\`${name}\``),
          )
          .map((name) => `${one.path}(${name})`),
      );
    expect(unnamed).toEqual([]);
  });

  it("says of what may be left out what happens then, and of a number what it counts", () => {
    const isGiven = ({ path }: Documented): boolean =>
      GIVEN.test(path.replace(/^.*:/, "").split(".")[0]!);
    const isOptional = (one: Documented): boolean =>
      one.isMember && isGiven(one) && !!(one.node as Declared).questionToken;
    expect(missing((one) => isOptional(one) && !DEFAULT.test(one.text))).toEqual([]);
    const isNumber = ({ node }: Documented): boolean =>
      (node as Declared).type?.kind == SyntaxKind.NumberKeyword;
    expect(missing((one) => isNumber(one) && !UNIT.test(one.text))).toEqual([]);
  });

  it("says of each function what it throws, and shows it in use", () => {
    expect(missing((one) => isFunction(one) && !THROWS.test(one.text))).toEqual([]);
    expect(missing((one) => isFunction(one) && !one.text.includes("@example"))).toEqual([]);
  });

  it("shows each option and each method of the instance in use", () => {
    const silent = missing(
      ({ path, text, isMember }) =>
        isMember && /^(Options|Consent)\./.test(path) && !text.includes("@example"),
    );
    expect(silent).toEqual([]);
    expect(all.filter(({ path }) => path.startsWith("Options.")).length).toBeGreaterThan(20);
  });

  it("names the source where a law or a standard is the reason", () => {
    const silent = Object.keys(SOURCES).filter(
      (path) => !SOURCES[path]!.test(found.get(path)?.text ?? ""),
    );
    expect(silent).toEqual([]);
  });

  it("shows examples that compile", async () => {
    const examples = all.flatMap(({ path, isMember, text }) => {
      const [, ...parts] = text.replace(/^\s*\*\/?[ ]?/gm, "").split("@example");
      const codes = parts.map((part) => part.split(/^@/m)[0]!.trim());
      if (!isMember) return codes;
      // A method of the instance is shown by its use, any other member's example is its value.
      if (path.startsWith("Consent.")) return codes.map((code) => CONSENT + code);
      return codes.map((code) =>
        path.startsWith("Options.")
          ? `import type { Options } from "consentry"; export const example: Options["${path.slice(8)}"] = ${code};`
          : `export const example = ${code};`,
      );
    });
    expect(examples.length).toBeGreaterThan(40);
    // One that names the site's instance changes what all others may say.
    const registers = examples.filter((code) => code.includes("declare module"));
    const others = examples.filter((code) => !registers.includes(code));
    expect(await compileBlocks("examples", others)).toBe("");
    expect(await compileBlocks("examples", registers)).toBe("");
  });
});
