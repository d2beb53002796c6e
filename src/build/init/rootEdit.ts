import { addImports, importOf, indentAt, tagEnd } from "./edits.ts";

/** Head, banner and instance in the component of React that renders the document. `entry` has the two, `module` the instance. */
export function rootEdit(
  source: string,
  { entry, module }: { entry: string; module: string },
): string | null {
  const [head, body] = [tagEnd(source, "head"), tagEnd(source, "body")];
  if (head == null || body == null) return null;
  const child = /^([^\S\n]*)\{children\}\n/m.exec(source.slice(body));
  if (!child) return null;
  const charset = /<meta charSet=[^>]*\/>/.exec(source);
  const at = charset ? charset.index + charset[0].length : head;
  const inside = charset ? indentAt(source, charset.index) : `${indentAt(source, head)}  `;
  const from = body + child.index;
  const indent = child[1]!;
  const made = `${source.slice(0, at)}
${inside}<ConsentHead />${source.slice(at, body)}
${indent}<ConsentBanner />${source.slice(body, from)}${indent}<Consent>{children}</Consent>
${source.slice(from + child[0].length)}`;
  return addImports(made, [
    importOf("{ ConsentBanner, ConsentHead }", entry),
    importOf("{ Consent }", module),
  ]);
}
