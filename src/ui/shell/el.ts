/** Attributes, where one that is `false` is left out. */
export type Attributes = Readonly<Record<string, string | false>>;

/**
 * Makes an element with attributes and children; empty texts are left out. Texts become text nodes:
 * nothing that a site or a language file says is ever parsed as markup.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  attributes: Attributes,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}
