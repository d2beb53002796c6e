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

/** Something that is taken over, and how it is made again. */
interface Held {
  make: () => Mounted | null;
  element: Element | null;
  stands: (() => boolean) | undefined;
  update: (() => void) | undefined;
  undo: () => void;
}

/**
 * Fills in markup that needs words: placeholders, toggles, the declaration, the receipt. Plain DOM.
 *
 * @param host what it may see and ask for
 * @throws never
 *
 * @example
 * import { mountPage } from "consentry/ui";
 * import type { UiHost } from "consentry";
 *
 * declare const host: UiHost;
 * const page = mountPage(host);
 * page.update();
 */
export const mountPage: MountPage = (host): PageHandle => {
  const { document } = host;
  /** The host whose words are spoken now. */
  let speaker = host;
  let words = createWords(host);
  /** Each thing that is taken over. */
  const held = new Set<Held>();
  let sheets: CSSStyleSheet[] | undefined;
  let hiding: CSSStyleSheet | undefined;
  let declared: CSSStyleSheet | undefined;
  let reached = false;

  const reach = (): void => {
    if (!reached) host.reach();
    reached = true;
  };

  const put = (one: Held): void => {
    const taken = one.make();
    const unlisten = taken && onReach(taken.element, reach);
    one.element = taken?.element ?? null;
    one.stands = taken?.stands;
    one.update = taken?.update;
    one.undo = () => {
      unlisten?.();
      taken?.undo();
    };
    one.update?.();
  };

  /** Keeps how a thing is made; its undo runs once, no matter who asks first. */
  const hold = (make: Held["make"]): Held => {
    const one: Held = { make, element: null, stands: undefined, update: undefined, undo: () => {} };
    put(one);
    if (one.element) held.add(one);
    return one;
  };
  const undoOf = (one: Held) => (): void => {
    if (held.delete(one)) one.undo();
  };

  /** Makes room in an element for words of ours, marked with their language. */
  const placeIn = (element: Element, ...children: Node[]): HTMLElement => {
    const { language } = words;
    const place = el(document, "div", { lang: language, dir: direction(language) }, ...children);
    element.replaceChildren(place);
    return place;
  };

  /** What is made of an element of the page. */
  const fillIn = (element: Element): Mounted | null => {
    if (element.hasAttribute("data-consent-toggle")) {
      return createToggle(speaker, words, element as HTMLElement);
    }
    const undo = snapshot(element);
    if (element.hasAttribute("data-consent-receipt")) {
      const place = placeIn(element);
      return { element, update: () => void showReceipt(speaker, place), undo };
    }
    if (!declared) {
      declared = makeSheet(document, declarationStyles);
      document.adoptedStyleSheets.push(declared);
    }
    placeIn(element, ...createDeclaration(speaker, words));
    return { element, undo };
  };

  return {
    placeholder(element, ids, loadOnce) {
      if (isIgnored(element)) return { host: null, undo: () => {} };
      sheets ??= [makeSheet(document, tokens + placeholderStyles)];
      hiding ??= makeSheet(document, hidingStyles);
      const embed = { element: element as HTMLElement, ids, loadOnce, sheets, hiding };
      const one = hold(() => createPlaceholder(speaker, words, embed));
      return {
        get host() {
          return one.stands!() ? one.element : null;
        },
        undo: undoOf(one),
      };
    },
    fill(element) {
      if (isIgnored(element)) return () => {};
      // The page may be looked at more than once.
      for (const one of held) if (one.element == element) return undoOf(one);
      return undoOf(hold(() => fillIn(element)));
    },
    update() {
      for (const { update } of held) update?.();
    },
    speak(next) {
      speaker = next;
      words = createWords(next);
      for (const one of held) {
        one.undo();
        put(one);
      }
    },
    destroy() {
      for (const one of held) undoOf(one)();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
        (one) => one != declared && one != hiding,
      );
    },
  };
};
