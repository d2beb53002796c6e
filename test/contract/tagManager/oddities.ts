import { parseAst } from "rollup/parseAst";

interface Node {
  type: string;
  [key: string]: unknown;
}

const LANGUAGE =
  /^(Program|VariableDeclaration|VariableDeclarator|Identifier|Literal|ArrowFunctionExpression|CallExpression|MemberExpression|ExpressionStatement|BlockStatement|ReturnStatement|IfStatement|BinaryExpression|LogicalExpression|UnaryExpression|AssignmentExpression|ConditionalExpression|ArrayExpression|ObjectExpression|Property)$/;
/** https://developers.google.com/tag-platform/tag-manager/templates/standard-library */
const METHODS =
  "concat every filter forEach indexOf join lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice unshift charAt replace split substring toLowerCase toUpperCase trim toString";

/** What a template's code uses that its language does not have, by name. */
export function oddities(code: string): string[] {
  const found: string[] = [];
  const known = new Set(["require", "data", "undefined", "gtmOnSuccess"]);
  const visitNode = (node: Node, inCall = false): void => {
    if (node.type == "VariableDeclarator") known.add((node["id"] as { name: string }).name);
    if (node.type == "ArrowFunctionExpression") {
      for (const one of node["params"] as { name: string }[]) known.add(one.name);
    }
    if (!LANGUAGE.test(node.type)) found.push(node.type);
    if (node.type == "Literal" && (node["regex"] || node["bigint"])) {
      found.push("a literal of its own");
    }
    if (node.type == "Identifier" && !known.has(node["name"] as string)) {
      found.push(node["name"] as string);
    }
    const method = inCall && node.type == "MemberExpression" && (node["property"] as Node)["name"];
    for (const [key, child] of Object.entries(node)) {
      // Names of members and keys are no variables.
      if ((key == "property" || key == "key") && !node["computed"]) continue;
      for (const one of [child].flat()) {
        if (one && typeof one == "object" && "type" in one) {
          visitNode(one as Node, node.type == "CallExpression" && key == "callee");
        }
      }
    }
    if (method && !`${METHODS} gtmOnSuccess`.split(" ").includes(method as string)) {
      found.push(`.${method as string}()`);
    }
  };
  const wrapped = parseAst(`async () => {${code}}`, { allowReturnOutsideFunction: true });
  const [statement] = (wrapped as unknown as { body: Node[] }).body;
  for (const one of ((statement!["expression"] as Node)["body"] as { body: Node[] }).body) {
    visitNode(one);
  }
  return found;
}
