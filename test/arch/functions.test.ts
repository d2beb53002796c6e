import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { NodeFlags, SyntaxKind, type Node, type SourceFile } from "typescript/unstable/ast";
import { BROWSER_ROOMS, readModules, root, withoutComments } from "./modules.ts";
import { compile } from "./program.ts";

/** Lines of code, without comments and empty ones; variables that change; functions inside, at any depth. */
const MOST = { lines: 100, lets: 6, closures: 30 };

interface Measured {
  name: string;
  lines: number;
  lets: number;
  closures: number;
}

const FUNCTIONS = new Set([
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.FunctionExpression,
  SyntaxKind.ArrowFunction,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.GetAccessor,
  SyntaxKind.SetAccessor,
  SyntaxKind.Constructor,
]);

/** Every function of a file with what it holds. */
function measure(file: SourceFile): Measured[] {
  // Variables outside of functions are shared by all of them.
  const whole: Measured = { name: "(the file)", lines: 0, lets: 0, closures: 0 };
  const found: Measured[] = [whole];
  const open: Measured[] = [];
  const visit = (node: Node): void => {
    let own: Measured | undefined;
    if (FUNCTIONS.has(node.kind) && "body" in node && node.body) {
      for (const outer of open) outer.closures++;
      own = { name: nameOf(node), lines: linesOf(node, file), lets: 0, closures: 0 };
      found.push(own);
      open.push(own);
    }
    if (node.kind == SyntaxKind.VariableDeclarationList && node.flags & NodeFlags.Let) {
      const inner = open.at(-1) ?? whole;
      inner.lets += (node as Node & { declarations: readonly Node[] }).declarations.length;
    }
    node.forEachChild(visit);
    if (own) open.pop();
  };
  visit(file);
  return found;
}

function nameOf(node: Node): string {
  const { name } = node as Node & { name?: { text?: string } };
  const { name: around } = node.parent as Node & { name?: { text?: string } };
  return name?.text ?? around?.text ?? "(no name)";
}

const linesOf = (node: Node, file: SourceFile): number =>
  withoutComments(file.text.slice(node.pos, node.end))
    .split("\n")
    .filter((line) => line.trim()).length;

const isTooMuch = ({ lines, lets, closures }: Measured): boolean =>
  lines > MOST.lines || lets > MOST.lets || closures > MOST.closures;
const say = ({ name, lines, lets, closures }: Measured): string =>
  `${name}: ${lines} lines, ${lets} lets, ${closures} closures`;

describe("a function", () => {
  const { project, close } = compile();
  afterAll(close);
  const files = readModules()
    .filter(({ room }) => BROWSER_ROOMS.includes(room))
    .map(({ file }) => file);
  const measured = new Map(
    files.map((file) => [file, measure(project.program.getSourceFile(join(root, file))!)]),
  );

  it("of the browser rooms can be held in mind", () => {
    const most = JSON.stringify(MOST);
    const found = [...measured].flatMap(([file, functions]) =>
      functions.filter(isTooMuch).map((one) => `${file}: ${say(one)}; at most ${most}`),
    );
    expect(found).toEqual([]);
    expect(files.length).toBeGreaterThan(250);
  });

  it("is seen wherever it stands, with what it holds", () => {
    const all = [...measured.values()].flat();
    expect(all.length).toBeGreaterThan(1500);
    const { lines, lets, closures } = measured
      .get("src/lib/createStore.ts")!
      .find(({ name }) => name == "createStore")!;
    expect([lines, lets, closures]).toEqual([15, 0, 4]);
    const reporter = measured.get("src/engine/createReporter.ts")!;
    expect(reporter.find(({ name }) => name == "createReporter")!.lets).toBeGreaterThan(0);
  });
});
