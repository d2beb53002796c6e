import type { MountPage, PageHandle } from "../core/config/parts.ts";
import { direction } from "../i18n/direction.ts";
import { createWords } from "./createWords.ts";
import { declaration } from "./declaration.ts";
import { el } from "./el.ts";
import type { Filled } from "./filled.ts";
import { makeSheet } from "./makeSheet.ts";
import { declarationStyles, placeholderStyles } from "./pageStyles.ts";
import { onReach } from "./onReach.ts";
import { placeholder } from "./placeholder.ts";
import { remember } from "./remember.ts";
import { showReceipt } from "./showReceipt.ts";
import { toggle } from "./toggle.ts";
import { tokens } from "./tokens.ts";

/** Fills in markup that needs words: placeholders, toggles, the declaration, the receipt. Plain DOM. */
export const mountPage: MountPage = (host): PageHandle => {
  const { document } = host;
  const words = createWords(host);
  /** The undo of each thing that is taken over. */
  const held = new Map<Filled, () => void>();
  let sheets: CSSStyleSheet[] | undefined;
  let declared: CSSStyleSheet | undefined;
  let reached = false;

  const reach = (): void => {
    if (!reached) host.reach();
    reached = true;
  };

  /** Keeps what was taken over; its undo runs once, whoever asks first. */
  const hold = (filled: Filled | null): (() => void) => {
    if (!filled) return () => {};
    const unlisten = onReach(filled.element, reach);
    const undo = () => {
      if (!held.delete(filled)) return;
      unlisten();
      filled.undo();
    };
    held.set(filled, undo);
    filled.update?.();
    return undo;
  };

  /** Makes room in an element for words of ours, marked with their language. */
  const placeIn = (element: Element, ...children: Node[]): HTMLElement => {
    const { language } = words;
    const place = el(document, "div", { lang: language, dir: direction(language) }, ...children);
    element.replaceChildren(place);
    return place;
  };

  return {
    placeholder(element, ids, loadOnce) {
      sheets ??= [makeSheet(document, tokens + placeholderStyles)];
      return hold(
        placeholder(host, words, { element: element as HTMLElement, ids, loadOnce, sheets }),
      );
    },
    fill(element) {
      // The page may be looked at more than once.
      for (const [filled, undoing] of held) if (filled.element == element) return undoing;
      const undo = remember(element);
      if (element.hasAttribute("data-consent-toggle")) {
        return hold(toggle(host, words, element as HTMLElement));
      }
      if (element.hasAttribute("data-consent-receipt")) {
        const place = placeIn(element);
        return hold({ element, update: () => void showReceipt(host, place), undo });
      }
      if (!declared) {
        declared = makeSheet(document, declarationStyles);
        document.adoptedStyleSheets.push(declared);
      }
      placeIn(element, ...declaration(host, words));
      return hold({ element, undo });
    },
    update() {
      for (const { update } of held.keys()) update?.();
    },
    destroy() {
      for (const undo of held.values()) undo();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one != declared);
    },
  };
};
