import { addImports, importOf, indentAt, tagEnd } from "./edits.ts";

/** The instance around what a component of React renders in the body. `first` stands before all of it. */
export function wrapChildren(source: string, first = ""): string | null {
  const body = tagEnd(source, "body");
  const child = body == null ? null : /^([^\S\n]*)\{children\}\n/m.exec(source.slice(body));
  if (!child) return null;
  const from = body! + child.index;
  const indent = child[1]!;
  return `${source.slice(0, body!)}${first && `\n${indent}${first}`}${source.slice(body!, from)}${indent}<Consent>{children}</Consent>
${source.slice(from + child[0].length)}`;
}

/** Head, banner and instance in the component of React that renders the document. `entry` has the two, `module` the instance. */
export function rootEdit(
  source: string,
  { entry, module }: { entry: string; module: string },
): string | null {
  const [head, wrapped] = [tagEnd(source, "head"), wrapChildren(source, "<ConsentBanner />")];
  if (head == null || wrapped == null) return null;
  const charset = /<meta charSet=[^>]*\/>/.exec(source);
  const at = charset ? charset.index + charset[0].length : head;
  const inside = charset ? indentAt(source, charset.index) : `${indentAt(source, head)}  `;
  const made = `${source.slice(0, at)}\n${inside}<ConsentHead />${wrapped.slice(at)}`;
  return addImports(made, [
    importOf("{ ConsentBanner, ConsentHead }", entry),
    importOf("{ Consent }", module),
  ]);
}
