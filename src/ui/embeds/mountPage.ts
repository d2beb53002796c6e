import type { MountPage, PageHandle } from "../../core/config/parts.ts";
import { direction } from "../../i18n/direction.ts";
import { isIgnored } from "../../lib/isIgnored.ts";
import { createWords } from "../shell/createWords.ts";
import { createDeclaration } from "./createDeclaration.ts";
import { el } from "../shell/el.ts";
import type { Mounted } from "../shell/mounted.ts";
import { makeSheet } from "../theme/makeSheet.ts";
import { declarationStyles, hidingStyles, placeholderStyles } from "./pageStyles.ts";
import { onReach } from "../shell/onReach.ts";
import { createPlaceholder } from "./createPlaceholder.ts";
import { snapshot } from "../shell/snapshot.ts";
import { showReceipt } from "../receipt/showReceipt.ts";
import { createToggle } from "./createToggle.ts";
import { tokens } from "../theme/tokens.ts";

/** Fills in markup that needs words: placeholders, toggles, the declaration, the receipt. Plain DOM. */
export const mountPage: MountPage = (host): PageHandle => {
  const { document } = host;
  const words = createWords(host);
  /** The undo of each thing that is taken over. */
  const held = new Map<Mounted, () => void>();
  let sheets: CSSStyleSheet[] | undefined;
  let hiding: CSSStyleSheet | undefined;
  let declared: CSSStyleSheet | undefined;
  let reached = false;

  const reach = (): void => {
    if (!reached) host.reach();
    reached = true;
  };

  /** Keeps what was taken over; its undo runs once, whoever asks first. */
  const hold = (taken: Mounted | null): (() => void) => {
    if (!taken) return () => {};
    const unlisten = onReach(taken.element, reach);
    const undo = () => {
      if (!held.delete(taken)) return;
      unlisten();
      taken.undo();
    };
    held.set(taken, undo);
    taken.update?.();
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
      if (isIgnored(element)) return { host: null, undo: () => {} };
      sheets ??= [makeSheet(document, tokens + placeholderStyles)];
      hiding ??= makeSheet(document, hidingStyles);
      const embed = { element: element as HTMLElement, ids, loadOnce, sheets, hiding };
      const made = createPlaceholder(host, words, embed);
      return { host: made && made.element, undo: hold(made) };
    },
    fill(element) {
      if (isIgnored(element)) return () => {};
      // The page may be looked at more than once.
      for (const [taken, undoing] of held) if (taken.element == element) return undoing;
      const undo = snapshot(element);
      if (element.hasAttribute("data-consent-toggle")) {
        return hold(createToggle(host, words, element as HTMLElement));
      }
      if (element.hasAttribute("data-consent-receipt")) {
        const place = placeIn(element);
        return hold({ element, update: () => void showReceipt(host, place), undo });
      }
      if (!declared) {
        declared = makeSheet(document, declarationStyles);
        document.adoptedStyleSheets.push(declared);
      }
      placeIn(element, ...createDeclaration(host, words));
      return hold({ element, undo });
    },
    update() {
      for (const { update } of held.keys()) update?.();
    },
    destroy() {
      for (const undo of held.values()) undo();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
        (one) => one != declared && one != hiding,
      );
    },
  };
};
