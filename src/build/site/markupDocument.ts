/** As much of an element as the interface makes use of where it makes its own. */
class MarkupElement {
  readonly #name: string;
  readonly #attributes = new Map<string, string>();
  readonly #children: (MarkupElement | string)[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
  }

  append(...children: (MarkupElement | string)[]): void {
    this.#children.push(...children);
  }

  get textContent(): string {
    return this.#children
      .map((child) => (typeof child == "string" ? child : child.textContent))
      .join("");
  }

  /** As HTML serialises it ("serializing HTML fragments"). Of the void elements we use one. */
  get outerHTML(): string {
    const attributes = [...this.#attributes].map(
      ([name, value]) => ` ${name}${value ? `="${escape(value).replaceAll('"', "&quot;")}"` : ""}`,
    );
    if (this.#name == "br") return `<br${attributes.join("")}>`;
    const children = this.#children.map((child) =>
      typeof child == "string" ? escape(child) : child.outerHTML,
    );
    return `<${this.#name}${attributes.join("")}>${children.join("")}</${this.#name}>`;
  }
}

const escape = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("\u00a0", "&nbsp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

/** A document that makes elements which know their HTML, and nothing else: what makes the interface runs without a browser. */
export function markupDocument(): Document {
  return {
    createElement: (name: string) => new MarkupElement(name),
  } as unknown as Document;
}
