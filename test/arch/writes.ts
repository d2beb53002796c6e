import { SyntaxKind, type Node } from "typescript/unstable/ast";

export type Expression = Node & { expression: Node; name?: Node };

/** Something that changes an object. */
export interface Write {
  /** The whole of it. */
  node: Node;
  /** The member that is written, or the object where a call writes into it. */
  target: Node;
  /** Whether a call was given it, and writes into it whole. */
  isGiven: boolean;
}

const WRAPPED = new Set([
  SyntaxKind.NonNullExpression,
  SyntaxKind.ParenthesizedExpression,
  SyntaxKind.AsExpression,
  SyntaxKind.SatisfiesExpression,
]);
const MEMBERS = new Set([SyntaxKind.PropertyAccessExpression, SyntaxKind.ElementAccessExpression]);
const CALLS =
  /^(Object\.(assign|definePropert(y|ies)|setPrototypeOf)|Reflect\.(set|defineProperty|deleteProperty|setPrototypeOf))$/;

/** Without brackets, casts and marks for the compiler. */
export const bare = (node: Node): Node =>
  WRAPPED.has(node.kind) ? bare((node as Expression).expression) : node;

export const isMember = (node: Node): boolean => MEMBERS.has(node.kind);

type Assignment = Node & { left: Node; operatorToken: Node };
type Loop = Node & { initializer: Node };
type Parts = Node & { elements?: readonly Node[]; properties?: readonly Node[] };
type Part = Node & { name?: Node; initializer?: Node; expression?: Node };

/** What an assignment writes: one place, or those that a pattern names. */
function placesIn(node: Node): Node[] {
  const place = bare(node);
  const { elements, properties } = place as Parts;
  if (place.kind == SyntaxKind.ArrayLiteralExpression) return elements!.flatMap(placesIn);
  if (place.kind == SyntaxKind.SpreadElement) return placesIn((place as Expression).expression);
  if (place.kind == SyntaxKind.BinaryExpression) return placesIn((place as Assignment).left);
  if (place.kind != SyntaxKind.ObjectLiteralExpression) return [place];
  return properties!.flatMap((one) => {
    const { initializer, expression } = one as Part;
    const inner = initializer ?? expression;
    return inner ? placesIn(inner) : [];
  });
}

/** Everything in a file that changes an object. */
export function writesIn(file: Node): Write[] {
  const found: Write[] = [];
  const add = (node: Node, places: readonly Node[]): void =>
    void found.push(
      ...places
        .map(bare)
        .filter(isMember)
        .map((target) => ({ node, target, isGiven: false })),
    );
  const visit = (node: Node): void => {
    const { kind } = node;
    if (kind == SyntaxKind.BinaryExpression) {
      const { left, operatorToken } = node as Assignment;
      const { kind: sign } = operatorToken;
      const isWrite = sign >= SyntaxKind.FirstAssignment && sign <= SyntaxKind.LastAssignment;
      if (isWrite) add(node, placesIn(left));
    } else if (kind == SyntaxKind.DeleteExpression) add(node, [(node as Expression).expression]);
    else if (
      kind == SyntaxKind.PrefixUnaryExpression ||
      kind == SyntaxKind.PostfixUnaryExpression
    ) {
      const { operator, operand } = node as Node & { operator: SyntaxKind; operand: Node };
      const counts = operator == SyntaxKind.PlusPlusToken || operator == SyntaxKind.MinusMinusToken;
      if (counts) add(node, [operand]);
    } else if (kind == SyntaxKind.ForOfStatement || kind == SyntaxKind.ForInStatement) {
      const { initializer } = node as Loop;
      if (initializer.kind != SyntaxKind.VariableDeclarationList) add(node, placesIn(initializer));
    } else if (kind == SyntaxKind.CallExpression) {
      const { expression, arguments: given } = node as Expression & { arguments: readonly Node[] };
      const isWrite = CALLS.test(expression.getText().replaceAll("?.", "."));
      if (isWrite && given[0]) found.push({ node, target: given[0], isGiven: true });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}
