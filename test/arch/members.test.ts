import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SyntaxKind, type Node, type SourceFile } from "typescript/unstable/ast";
import { BROWSER_ROOMS, readModules, root } from "./modules.ts";
import { compile } from "./program.ts";

/** What a page's own globals are called: vendors' queues and calls live there, and so does ours. */
const PAGE = /^(window|page|global|context\.window)\b/;

/** The browser's own storage takes its rows as members. */
const STORAGE = /^store\[key\]/;

type Expression = Node & { expression: Node; name?: Node; left: Node; operand: Node };

const WRAPPED = new Set([
  SyntaxKind.NonNullExpression,
  SyntaxKind.ParenthesizedExpression,
  SyntaxKind.AsExpression,
  SyntaxKind.SatisfiesExpression,
]);
const MEMBERS = new Set([SyntaxKind.PropertyAccessExpression, SyntaxKind.ElementAccessExpression]);
/** What makes an object: `{…}`, `[…]`, `new …`, and a call, which is asked for what it gives. */
const MAKES = new Set([
  SyntaxKind.ObjectLiteralExpression,
  SyntaxKind.ArrayLiteralExpression,
  SyntaxKind.NewExpression,
  SyntaxKind.CallExpression,
  SyntaxKind.BinaryExpression,
]);

const bare = (node: Node): Node =>
  WRAPPED.has(node.kind) ? bare((node as Expression).expression) : node;
const rootOf = (node: Node): Node => {
  const inner = bare(node);
  return MEMBERS.has(inner.kind) ? rootOf((inner as Expression).expression) : inner;
};

describe("no file writes a member of an object that it did not make", () => {
  const { project, close } = compile();
  afterAll(close);
  const { checker, program } = project;

  /** Files that declare what a name means. */
  const declaredIn = (node: Node): string[] =>
    (checker.getSymbolAtLocation(node)?.declarations ?? []).map(({ path }) => String(path));

  /** The target of a write, if it is a member. */
  const writtenBy = (node: Node): Expression | undefined => {
    const { kind } = node;
    let target: Node | undefined;
    if (kind == SyntaxKind.BinaryExpression) {
      const { operatorToken } = node as Node & { operatorToken: Node };
      const isWrite =
        operatorToken.kind >= SyntaxKind.FirstAssignment &&
        operatorToken.kind <= SyntaxKind.LastAssignment;
      if (isWrite) target = (node as Expression).left;
    } else if (kind == SyntaxKind.DeleteExpression) target = (node as Expression).expression;
    else if (
      kind == SyntaxKind.PrefixUnaryExpression ||
      kind == SyntaxKind.PostfixUnaryExpression
    ) {
      const { operator } = node as Node & { operator: SyntaxKind };
      const counts = operator == SyntaxKind.PlusPlusToken || operator == SyntaxKind.MinusMinusToken;
      if (counts) target = (node as Expression).operand;
    }
    target &&= bare(target);
    return target && MEMBERS.has(target.kind) ? (target as Expression) : undefined;
  };

  /** A variable of this file that began with something it made. */
  const isMadeHere = (node: Node): boolean => {
    const made = rootOf(node);
    if (MAKES.has(made.kind)) return true;
    const [declaration] = checker.getSymbolAtLocation(made)?.declarations ?? [];
    const found = declaration?.resolve() as (Node & { initializer?: Node }) | undefined;
    if (found?.kind != SyntaxKind.VariableDeclaration) return false;
    const { initializer } = found;
    return !!initializer && MAKES.has(bare(initializer).kind);
  };

  let writes = 0;
  const offences = (file: SourceFile): string[] => {
    const found: string[] = [];
    const visit = (node: Node): void => {
      const target = writtenBy(node);
      if (target) writes++;
      if (target && !isAllowed(target, file)) {
        const line = file.text.slice(0, node.pos).split("\n").length;
        found.push(`line ${line}: ${node.getText(file).split("\n")[0]}`);
      }
      node.forEachChild(visit);
    };
    visit(file);
    return found;
  };
  const isAllowed = (target: Expression, file: SourceFile): boolean => {
    const text = target.getText(file).replace(/^\(+/, "");
    if (PAGE.test(text) || isMadeHere(target)) return true;
    if (STORAGE.test(text) && file.fileName.endsWith("/src/proof/webShelf.ts")) return true;
    // The platform's own objects, and things whose shape this file declares: it makes them.
    const declared = target.name ? declaredIn(target.name) : [];
    return declared.length > 0 && declared.every((path) => !isOurs(path) || path == file.path);
  };
  const source = join(root, "src").toLowerCase();
  const isOurs = (path: string): boolean => path.toLowerCase().startsWith(source);

  const files = readModules().filter(({ room }) => BROWSER_ROOMS.includes(room));

  it("in the browser rooms", () => {
    const found = files.flatMap(({ file }) =>
      offences(program.getSourceFile(join(root, file))!).map((one) => `${file} ${one}`),
    );
    expect(found).toEqual([]);
    expect(writes).toBeGreaterThan(120);
  });
});
