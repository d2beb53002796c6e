import { Tokenizer, TokenizerMode, type Token } from "parse5";
import { FILLER } from "./maskTemplates.ts";
import type { Attribute, MarkupElement } from "./element.ts";

const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr frame".split(" "),
);
/** Elements whose content is no markup (HTML 13.2.5, tree construction's switches). */
const MODES: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  plaintext: TokenizerMode.PLAINTEXT,
};
/** In a drawing or formula, HTML begins again below these. */
const INTEGRATION = new Set(["foreignobject", "desc", "title", "annotation-xml"]);

/** Elements that may fetch or run something; most others are passed over. */
const WORTH = new Set(
  "script style link iframe frame embed object img source video audio track input image feimage use".split(
    " ",
  ),
);

interface Open {
  name: string;
  ignored: boolean;
  inert: boolean;
  noscript: boolean;
  foreign: boolean;
}
const TOP: Open = { name: "", ignored: false, inert: false, noscript: false, foreign: false };

/**
 * Calls `found` for every element that may fetch or run something, in the order of the file.
 * The tokenizer is the HTML standard's own (parse5); the tree is not built, because only a few facts of the
 * ancestors count, and thousands of files must not be held.
 *
 * @param text One character a byte, so that offsets are offsets in the file.
 * @param kind In components `/>` closes any element, which HTML knows of none. In a `component` a `<template>` is what is shown, and the scripts at its top are the program.
 */
export function readElements(
  text: string,
  kind: "page" | "closing" | "component",
  found: (element: MarkupElement) => void,
): void {
  const stack: Open[] = [TOP];
  let raw: MarkupElement | null = null;

  const close = (at: number): void => {
    if (!raw) return;
    raw.text = text.slice(raw.textStart, at);
    found(raw);
    raw = null;
  };
  const onStartTag = (token: Token.TagToken): void => {
    const top = stack[stack.length - 1]!;
    const name = token.tagName;
    const isWorth = WORTH.has(name) || token.attrs.some(isTelling);
    const foreign = name == "svg" || name == "math" || (top.foreign && !INTEGRATION.has(top.name));
    // At the top of a component stands its own code, which no browser sees as an element.
    const isCode = kind == "component" && stack.length == 1 && name == "script";
    if (isWorth && !isCode) {
      const element = elementOf(token, top);
      const holdsText = name == "script" || name == "style";
      if (holdsText && !(token.selfClosing && (foreign || kind != "page"))) raw = element;
      else found(element);
    }
    tokenizer.inForeignNode = foreign;
    const closes = token.selfClosing && (foreign || kind != "page");
    if (VOID.has(name) || closes) return;
    if (!foreign && MODES[name] != null) tokenizer.state = MODES[name];
    stack.push({
      name,
      ignored: top.ignored || token.attrs.some((one) => one.name == "data-consent-ignore"),
      // A shadow root that comes with the HTML is put in place by the parser itself.
      inert:
        top.inert ||
        (kind != "component" &&
          name == "template" &&
          !token.attrs.some((one) => one.name == "shadowrootmode")),
      noscript: top.noscript || name == "noscript",
      foreign,
    });
  };
  const onEndTag = (token: Token.TagToken): void => {
    close(token.location!.startOffset);
    let at = stack.length - 1;
    while (at > 0 && stack[at]!.name != token.tagName) at--;
    if (at > 0) stack.length = at;
    tokenizer.inForeignNode = stack[stack.length - 1]!.foreign;
  };
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag,
      onEndTag,
      onEof: () => close(text.length),
      onComment: nothing,
      onDoctype: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing,
    },
  );
  tokenizer.write(text, true);
}

/** A style that fetches, a mark, or something that a framework binds to an address. */
function isTelling({ name, value }: Token.Attribute): boolean {
  return name == "style" ? value.includes("(") : name == "background" || name == "data-consent";
}

function elementOf(token: Token.TagToken, top: Open): MarkupElement {
  const { startOffset: start, endOffset: end } = token.location!;
  const places = token.location!.attrs;
  const attributes = new Map<string, Attribute>();
  let dynamic = false;
  for (const { name, value } of token.attrs) {
    if (name.includes(FILLER)) {
      dynamic = true;
      continue;
    }
    const place = places?.[name];
    if (place) {
      attributes.set(name, { name, value, start: place.startOffset, end: place.endOffset });
    }
  }
  const { ignored, inert, noscript } = top;
  return {
    name: token.tagName,
    attributes,
    start,
    end,
    text: "",
    textStart: end,
    ignored,
    inert,
    noscript,
    dynamic,
  };
}
