/**
 * A document that is only written down: as much of one as `el` needs, so that what a page shows and
 * what stands in a file are made by the same code.
 */
export function paper(): Document {
  const made = { createElement: (tag: string): PaperElement => new PaperElement(tag) };
  return made as unknown as Document;
}

/** An element on paper. */
class PaperElement {
  private readonly tag: string;
  private readonly attributes: [name: string, value: string][] = [];
  private readonly children: unknown[] = [];

  constructor(tag: string) {
    this.tag = tag;
  }

  setAttribute(name: string, value: string): void {
    this.attributes.push([name, value]);
  }

  append(...children: unknown[]): void {
    this.children.push(...children);
  }

  /** As HTML, a line for each row. */
  toString(): string {
    const { tag } = this;
    const attributes = this.attributes.map(([name, value]) => ` ${name}="${escape(value)}"`);
    const start = `${/^t(able|head|body|r)$|^caption$/.test(tag) ? "\n" : ""}<${tag}${attributes.join("")}>`;
    if (tag == "br") return start;
    const inside = this.children.map((child) =>
      child instanceof PaperElement ? `${child}` : escape(String(child)),
    );
    return `${start}${inside.join("")}</${tag}>`;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** The text as HTML, in an element or between double quotes. */
function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
