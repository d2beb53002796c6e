/** Stands for one byte of a template language. No page has it: HTML calls it a control character. */
export const FILLER = "\u0001";

/** A part that belongs to a template language. */
export interface Masked {
  start: number;
  text: string;
}

type Language = "markup" | "braces";

/**
 * PHP, ASP and EJS; Twig, Jinja, Liquid, Handlebars and Vue; Blade's unescaped echo. The longest opening comes
 * first. What does not end stays as it is, as a browser would see it.
 */
const MARKUP = [
  ["<?", "?>"],
  ["<%", "%>"],
  ["{!!", "!!}"],
  ["{{{", "}}}"],
  ["{{", "}}"],
  ["{%", "%}"],
  ["{#", "#}"],
] as const;

/**
 * Replaces what a template language would, by as many fillers, so that the markup around it can be read
 * and every offset stays right.
 *
 * @param language `braces` also takes `{…}` for an expression, as Svelte and Astro do.
 */
export function maskTemplates(
  text: string,
  language: Language,
): { text: string; masked: readonly Masked[] } {
  const masked: Masked[] = [];
  if (!/<[?%]|\{[{%#!]/.test(text) && language == "markup") return { text, masked };
  let made = "";
  let from = 0;
  const take = (start: number, end: number): void => {
    const part = text.slice(start, end);
    masked.push({ start, text: part });
    made += text.slice(from, start) + FILLER.repeat(part.length);
    from = end;
  };
  const opening = language == "braces" ? /<[?%]|\{/g : /<[?%]|\{[{%#!]/g;
  const raw = language == "braces" ? rawParts(text) : [];
  for (let hit; (hit = opening.exec(text));) {
    const start = hit.index;
    if (start < from) continue;
    const skip = raw.find((part) => start >= part.start && start < part.end);
    if (skip) {
      opening.lastIndex = skip.end;
      continue;
    }
    const end = endOf(text, start, language);
    if (!end) continue;
    take(start, end);
    opening.lastIndex = end;
  }
  return { text: made + text.slice(from), masked };
}

function endOf(text: string, start: number, language: Language): number {
  const pair = MARKUP.find(([open]) => text.startsWith(open, start));
  if (pair && !(language == "braces" && pair[0].startsWith("{"))) {
    const [open, close] = pair;
    if (open == "<?" && /^<\?xml\s/i.test(text.slice(start, start + 6))) return 0;
    const at = text.indexOf(close, start + open.length);
    // A PHP file that is all code never closes.
    if (at < 0) return open == "<?" ? text.length : 0;
    // `}}` also ends a block of an inline script; a template's expression is short and has no statement in it.
    if (open == "{{" && /[;\n]/.test(text.slice(start, at))) return 0;
    return at + close.length;
  }
  return language == "braces" ? balanced(text, start) : 0;
}

/** After the brace that closes the one at `start`; strings inside are passed over. */
export function balanced(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const sign = text[at]!;
    if (sign == "{") depth++;
    else if (sign == "}" && !--depth) return at + 1;
    else if (sign == '"' || sign == "'" || sign == "`") {
      const close = text.indexOf(sign, at + 1);
      if (close < 0 || (sign != "`" && text.slice(at, close).includes("\n"))) continue;
      at = close;
    }
  }
  return 0;
}

/** Scripts and styles of a component: their braces are code. */
function rawParts(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/<(script|style)\b[^>]*>[^]*?<\/\1\s*>/gi)].map(({ index, 0: all }) => ({
    start: index,
    end: index + all.length,
  }));
}
