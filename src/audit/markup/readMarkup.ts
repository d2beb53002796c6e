import type { Attribute, MarkupElement } from "./element.ts";
import type { Language } from "./language.ts";
import { FILLER, maskTemplates, type Masked } from "./maskTemplates.ts";
import { readElements } from "./readElements.ts";

/** `:src`, `v-bind:src`, `x-bind:src`, `[src]`, `[attr.src]`, `bind:src`. */
const BOUND =
  /^(?::|v-bind:|x-bind:|bind:|\[(?:attr\.)?)(src|srcset|href|data|poster|type|data-consent)\]?$/;
const FETCHES = /^(?:src|srcset|href|data|poster)$/;
const LITERAL = /["'`]((?:https?:)?\/\/[^"'`$\s\u0001]+)/;
/** Elements whose address is worth a word when it could not be read. */
const WORTH = new Set(["script", "iframe", "embed", "object"]);

type Unread = (offset: number, why: string) => void;

/** Reads the elements of a page or of a template that writes one. */
export function readMarkup(
  text: string,
  language: Language,
  found: (element: MarkupElement) => void,
  unread: Unread,
): readonly Masked[] {
  const source = language.frontmatter ? withoutFrontmatter(text) : text;
  const { text: plain, masked } = maskTemplates(source, language.braces ? "braces" : "markup");
  readElements(
    plain,
    language.component ? "component" : language.braces ? "closing" : "page",
    (element) => {
      found(
        masked.length || language.name != "HTML" || hasBound(element)
          ? whole(element, text, unread)
          : element,
      );
    },
  );
  return masked;
}

function hasBound(element: MarkupElement): boolean {
  for (const name of element.attributes.keys()) if (BOUND.test(name)) return true;
  return false;
}

/** Replaces what a template writes by what can be read of it. */
function whole(element: MarkupElement, text: string, unread: Unread): MarkupElement {
  const attributes = new Map<string, Attribute>();
  for (const [name, attribute] of element.attributes) {
    const bound = BOUND.exec(name)?.[1];
    const key = bound ?? name;
    const { start, end, value } = attribute;
    const isRead = !bound && !value.startsWith(FILLER);
    if (isRead || !FETCHES.test(key)) {
      attributes.set(key, bound ? { ...attribute, name: key, value: "", bound: true } : attribute);
      continue;
    }
    const literal = LITERAL.exec(text.slice(start, end))?.[1];
    if (literal) attributes.set(key, { name: key, value: literal, start, end, bound: true });
    else if (WORTH.has(element.name)) {
      unread(element.start, `The address of this ${element.name} is written by the template.`);
    }
  }
  return { ...element, attributes };
}

function withoutFrontmatter(text: string): string {
  const block = /^\s*---\r?\n[^]*?\r?\n---(?=\r?\n|$)/.exec(text)?.[0];
  return block ? FILLER.repeat(block.length) + text.slice(block.length) : text;
}
