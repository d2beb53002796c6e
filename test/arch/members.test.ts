import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { NodeFlags, SyntaxKind, type Node, type SourceFile } from "typescript/unstable/ast";
import { CHEATS } from "./cheats.ts";
import { BROWSER_ROOMS, readModules, root } from "./modules.ts";
import { compile } from "./program.ts";
import { bare, isMember, writesIn, type Expression, type Write } from "./writes.ts";

/** What a page's own globals are called: vendors' queues and calls live there, and so does ours. */
const PAGE = /^(window|page|global|context\.window)\b/;

/** Objects that are there to be filled by others, and what the reader of this file cannot know. */
const FILLED: readonly (readonly [file: string, target: RegExp, why: string])[] = [
  ["proof/webStorageStore.ts", /^store\[key\]$/, "the browser's storage takes its rows as members"],
  ["catalogue/services/awin.ts", /^(awin\.|Object\(awin\.)/, "the vendor's object"],
  ["catalogue/services/kit/methodsQueue.ts", /^queue$/, "the vendor's queue"],
  ["catalogue/services/tiktok-pixel.ts", /^(queue|pixels\[id\]|\(queue\.)/, "the vendor's queue"],
  ["entries/astro.middleware.ts", /^locals$/, "Astro's place for it"],
  ["entries/nuxt.server.ts", /^context$/, "Nitro's place for it"],
  ["entries/sveltekit.ts", /^event\.locals$/, "SvelteKit's place for it"],
  ["entries/tag.ts", /^options\[1\]$/, "the list from above, until it is replaced"],
  ["gate/lateEvents.ts", /^target$/, "the page's window and document"],
  ["lib/safeDocument.ts", /^prototype$/, "the page's document, by its own setters"],
  ["gate/item.ts", /_is$/, "its own shape, which others may only read"],
  ["ui/shell/markMissing.ts", /messages$/, "the words on show, where a site is made"],
];

/** Functions that give a new object, and those that give one of those that a list or map holds. */
const MAKERS =
  /^(dict|el|argumentsQueue|document\.createElement|Object\.create|Object\.fromEntries|Array\.from|structuredClone)$/;
const HELD = /\.(at|get|find|pop|shift)$/;

const MAKES = new Set([
  SyntaxKind.ObjectLiteralExpression,
  SyntaxKind.ArrayLiteralExpression,
  SyntaxKind.NewExpression,
  SyntaxKind.FunctionExpression,
  SyntaxKind.ArrowFunction,
]);
const EITHER = new Set([SyntaxKind.QuestionQuestionToken, SyntaxKind.BarBarToken]);

/** What a function gives, where its code is there to be read. */
function givenBy(maker: Node): readonly Node[] | undefined {
  const { body } = maker as Node & { body?: Node };
  if (!body || body.kind != SyntaxKind.Block) return body && [body];
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if ("body" in node && node.body) return; // Another function's.
    const { expression } = node as Expression;
    if (node.kind == SyntaxKind.ReturnStatement) found.push(expression);
    else node.forEachChild(visit);
  };
  body.forEachChild(visit);
  return found;
}

type Call = Expression & { arguments: readonly Node[] };
type Binary = Node & { left: Node; right: Node; operatorToken: Node };
type Variable = Node & { initializer?: Node };

describe("no file writes a member of an object that it did not make", () => {
  const { project, close } = compile();
  afterAll(close);
  const { checker, program } = project;

  const declarationsOf = (node: Node): readonly Node[] =>
    (checker.getSymbolAtLocation(node)?.declarations ?? []).flatMap((one) => one.resolve() ?? []);

  /** Whether an expression gives an object that this file has made. */
  const isMade = (node: Node, file: SourceFile, seen: readonly Node[] = []): boolean => {
    const given = bare(node);
    const again = (one: Node): boolean => isMade(one, file, [...seen, given]);
    if (seen.includes(given)) return true;
    if (MAKES.has(given.kind)) return true;
    if (given.kind == SyntaxKind.BinaryExpression) {
      const { left, right, operatorToken } = given as Binary;
      if (operatorToken.kind == SyntaxKind.EqualsToken) return again(right);
      return EITHER.has(operatorToken.kind) && again(left) && again(right);
    }
    if (given.kind == SyntaxKind.CallExpression) {
      const { expression, arguments: list } = given as Call;
      const name = expression.getText(file);
      if (name == "Object.assign") return again(list[0]!);
      if (HELD.test(name)) return again((expression as Expression).expression);
      if (MAKERS.test(name)) return true;
      const [maker] = declarationsOf(expression) as Variable[];
      return maker?.getSourceFile() == file && !!givenBy(maker.initializer ?? maker)?.every(again);
    }
    if (given.kind != SyntaxKind.Identifier) return false;
    const [variable] = declarationsOf(given) as Variable[];
    if (variable?.kind == SyntaxKind.FunctionDeclaration) return variable.getSourceFile() == file;
    if (variable?.kind != SyntaxKind.VariableDeclaration || !variable.initializer) return false;
    if (!again(variable.initializer)) return false;
    // What may be something else by now is made only if everything is that it ever was.
    return (
      !(variable.parent.flags & NodeFlags.Let) ||
      assigned(file).every(({ left, right }) => declarationsOf(left)[0] != variable || again(right))
    );
  };
  const assigned = (file: SourceFile): Binary[] => {
    const found: Binary[] = [];
    const visit = (node: Node): void => {
      if (
        node.kind == SyntaxKind.BinaryExpression &&
        (node as Binary).operatorToken.kind == SyntaxKind.EqualsToken &&
        (node as Binary).left.kind == SyntaxKind.Identifier
      )
        found.push(node as Binary);
      node.forEachChild(visit);
    };
    visit(file);
    return found;
  };

  /** A shape that a file declares for things it makes; not one that it only says of a parameter, or by a cast. */
  const isShape = (node: Node): boolean => {
    const { parent } = node;
    return (
      parent.kind == SyntaxKind.InterfaceDeclaration ||
      parent.kind == SyntaxKind.ObjectLiteralExpression ||
      parent.parent.kind == SyntaxKind.TypeAliasDeclaration
    );
  };
  const source = join(root, "src").toLowerCase();
  const isOurs = (path: string): boolean => path.toLowerCase().startsWith(source);

  /** Elements, windows, headers: the browser's, by their type. */
  const isOfPage = (node: Node): boolean => {
    const type = checker.getTypeAtLocation(node)?.getSymbol();
    const paths = type?.declarations.map(({ path }) => String(path)) ?? [];
    return paths.some((path) => /\/lib\.dom\b[^/]*$/.test(path));
  };
  const reasonsFor = (file: SourceFile, text: string): unknown[] =>
    FILLED.filter(([path, target]) => file.fileName.endsWith(`/src/${path}`) && target.test(text));

  const isAllowed = ({ target, isGiven }: Write, file: SourceFile): boolean => {
    const text = target.getText(file).replace(/^\(+/, "");
    if (PAGE.test(text)) return true;
    if (reasonsFor(file, text).length) return true;
    // `Object.assign` writes into what it is given, a member's own write into what holds it.
    const holder = isMember(target) && !isGiven ? (target as Expression).expression : target;
    if (isMade(holder, file) || isOfPage(holder)) return true;
    if (holder == target) return false;
    // A cast says of an object whatever is wanted.
    if (/ as /.test(text)) return false;
    const { name } = target as Expression;
    const declared = name ? declarationsOf(name) : [];
    return (
      declared.length > 0 &&
      declared.every((one) => {
        const own = one.getSourceFile();
        return !isOurs(own.fileName) || (own == file && isShape(one));
      })
    );
  };
  const offences = (file: SourceFile): string[] =>
    writesIn(file)
      .filter((write) => !isAllowed(write, file))
      .map(({ node }) => {
        const line = file.text.slice(0, node.getStart(file)).split("\n").length;
        return `line ${line}: ${node.getText(file).split("\n")[0]}`;
      });

  const files = readModules().filter(({ room }) => BROWSER_ROOMS.includes(room));
  const read = (file: string): SourceFile => program.getSourceFile(join(root, file))!;

  it("in the browser rooms", () => {
    const found = files.flatMap(({ file }) => offences(read(file)).map((one) => `${file} ${one}`));
    expect(found).toEqual([]);
    const writes = files.flatMap(({ file }) => writesIn(read(file)));
    expect(writes.length).toBeGreaterThan(120);
  });

  it("by whatever way it is written", () => {
    const lines = offences(read("test/arch/cheats.ts")).map((one) => one.split(":")[0]);
    expect(new Set(lines).size).toBe(CHEATS.length);
  });

  it("but for the few that are named, each of which is there", () => {
    const needless = FILLED.filter(([path, target]) => {
      const file = read(`src/${path}`);
      return !writesIn(file).some((write) => target.test(write.target.getText(file)));
    });
    expect(needless).toEqual([]);
  });
});
