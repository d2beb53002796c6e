import type { Attribute, MarkupElement } from "./element.ts";
import { balanced } from "./maskTemplates.ts";

/** Elements that fetch; capital letters are components that write one (Next.js, Gatsby). */
const TAG =
  /<(script|Script|iframe|img|link|Link|source|video|audio|track|embed|object|input|image|style)(?=[\s/>])/g;
/** Before a tag in code: not in a string or a comment, as far as its own line tells. */
const QUOTED = /(?:["'`]|\/\/|^\s*\*)[^"'`>;(){}]*$/;

/**
 * Reads the elements out of JSX. The program around them is not understood: only tags that stand in the open
 * are read, with attributes that are written out. An address that is an expression is left to `unread`.
 */
export function readJsx(
  text: string,
  found: (element: MarkupElement) => void,
  unread: (offset: number, why: string) => void,
): void {
  const code = text.replace(/\/\*[^]*?\*\//g, (all) => all.replace(/[^\n]/g, " "));
  for (const match of code.matchAll(TAG)) {
    const start = match.index;
    const line = code.slice(code.lastIndexOf("\n", start - 1) + 1, start);
    if (QUOTED.test(line)) {
      unread(start, "A tag stands in a text of the program; what becomes of it is not known.");
      continue;
    }
    const tag = match[1]!;
    // `<Link>` of a router is a way to another page and fetches nothing from elsewhere.
    if (tag == "Link") continue;
    const read = readAttributes(code, start + match[0].length);
    if (!read) continue;
    const element: MarkupElement = {
      name: tag.toLowerCase(),
      attributes: read.attributes,
      start,
      end: read.end,
      text: "",
      textStart: read.end,
      ignored: false,
      inert: false,
      noscript: false,
      dynamic: read.spread,
      ...(tag != tag.toLowerCase() && { component: true as const }),
    };
    element.text = read.markup || childText(code, read.end, tag);
    for (const at of read.expressions) {
      if (/^(?:script|iframe|embed|object|link)$/.test(element.name)) {
        unread(at, `The address of this ${element.name} is an expression.`);
      }
    }
    found(element);
  }
}

interface Read {
  attributes: Map<string, Attribute>;
  end: number;
  spread: boolean;
  /** What React puts in as it is. */
  markup: string;
  /** Offsets of addresses that are expressions. */
  expressions: number[];
}

const NAME = /\s*(?:\{\s*\.\.\.|([A-Za-z_:][\w:.-]*)|(\/?>))/y;

function readAttributes(code: string, from: number): Read | null {
  const read: Read = { attributes: new Map(), end: 0, spread: false, markup: "", expressions: [] };
  let at = from;
  for (let guard = 0; guard < 200; guard++) {
    NAME.lastIndex = at;
    const match = NAME.exec(code);
    if (!match) return null; // Not a tag after all: `a <script b`, a type argument.
    const [all, name, end] = match;
    if (end) {
      read.end = at + all.length;
      return read;
    }
    if (!name) {
      read.spread = true;
      at = balanced(code, code.indexOf("{", at));
      if (!at) return null;
      continue;
    }
    const start = at + all.length - name.length;
    at = readValue(code, name, start, read);
    if (!at) return null;
  }
  return null;
}

/** Reads `="…"` or `={…}`, if there is one; gives the offset after it, or 0. */
function readValue(code: string, name: string, start: number, read: Read): number {
  const key = name.toLowerCase().replace("xlinkhref", "xlink:href");
  const after = start + name.length;
  const equals = /\s*=\s*/y;
  equals.lastIndex = after;
  const match = equals.exec(code);
  if (!match) {
    read.attributes.set(key, { name: key, value: "", start, end: after });
    return after;
  }
  const from = after + match[0].length;
  const sign = code[from];
  if (sign == '"' || sign == "'") {
    const close = code.indexOf(sign, from + 1);
    if (close < 0) return 0;
    const value = code.slice(from + 1, close);
    read.attributes.set(key, { name: key, value, start, end: close + 1 });
    return close + 1;
  }
  if (sign != "{") return 0;
  const end = balanced(code, from);
  if (!end) return 0;
  const expression = code.slice(from + 1, end - 1).trim();
  if (name.startsWith("dangerouslySet")) read.markup = expression;
  const literal = /^(["'`])([^]*)\1$/.exec(expression)?.[2];
  if (literal != null) {
    read.attributes.set(key, { name: key, value: literal, start, end });
  } else if (/^(?:src|srcset|href|data|poster)$/.test(key)) {
    const inside = /["'`]((?:https?:)?\/\/[^"'`$\s]+)/.exec(expression)?.[1];
    if (inside) read.attributes.set(key, { name: key, value: inside, start, end, bound: true });
    else read.expressions.push(start);
  } else {
    read.attributes.set(key, { name: key, value: "", start, end, bound: true });
  }
  return end;
}

function childText(code: string, end: number, tag: string): string {
  if (!/^(?:script|style)$/i.test(tag) || code[end - 2] == "/") return "";
  const close = code.indexOf(`</${tag}`, end);
  return close < 0 ? "" : code.slice(end, close);
}
