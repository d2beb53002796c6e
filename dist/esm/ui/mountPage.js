import { direction } from '../i18n/direction.js';
import { createWords } from './createWords.js';
import { declaration } from './declaration.js';
import { el } from './el.js';
import { makeSheet } from './makeSheet.js';
import { declarationStyles, placeholderStyles } from './pageStyles.js';
import { onReach } from './onReach.js';
import { placeholder } from './placeholder.js';
import { remember } from './remember.js';
import { showReceipt } from './showReceipt.js';
import { toggle } from './toggle.js';
import { tokens } from './tokens.js';

const mountPage = (host) => {
  const { document } = host;
  const words = createWords(host);
  const held = /* @__PURE__ */ new Map();
  let sheets;
  let declared;
  let reached = false;
  const reach = () => {
    if (!reached) host.reach();
    reached = true;
  };
  const hold = (filled) => {
    if (!filled) return () => {
    };
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
  const placeIn = (element, ...children) => {
    const { language } = words;
    const place = el(document, "div", { lang: language, dir: direction(language) }, ...children);
    element.replaceChildren(place);
    return place;
  };
  return {
    placeholder(element, ids, loadOnce) {
      sheets ??= [makeSheet(document, tokens + placeholderStyles)];
      return hold(
        placeholder(host, words, { element, ids, loadOnce, sheets })
      );
    },
    fill(element) {
      for (const [filled, undoing] of held) if (filled.element == element) return undoing;
      const undo = remember(element);
      if (element.hasAttribute("data-consent-toggle")) {
        return hold(toggle(host, words, element));
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
    }
  };
};

export { mountPage };
