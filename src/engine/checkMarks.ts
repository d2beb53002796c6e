import { knows, splitIds } from "../core/choice/permits.ts";
import { explainMark } from "../gate/explainMark.ts";
import { isIgnored } from "../lib/isIgnored.ts";
import type { Engine } from "./engine.ts";

/** Milliseconds between two looks at a page that changes. */
const PAUSE_MS = 500;
/** Marked elements; of forms those that do not stand where strangers write. */
const MARKED =
  "[data-consent]:not(form:is([data-consent-ignore],:is([data-consent-ignore],noscript) *))";

/**
 * Looks for marks that cannot be what their author meant: now, and again when the page has changed. A returning
 * visitor's page is not looked at.
 */
export function checkMarks({ _env, _end, _store, _report: report }: Engine): void {
  const { window, document } = _env;
  const { getAttribute, matches } = Element.prototype;
  const seen = new WeakSet<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    for (const element of document.querySelectorAll(MARKED)) {
      const tag = matches.call(element, "form") ? "form" : element.localName;
      if (seen.has(element) || (tag != "form" && isIgnored(element))) continue;
      seen.add(element);
      const ids = getAttribute.call(element, "data-consent")!;
      for (const id of splitIds(ids)) if (!knows(_store.get().state, id)) report("unknown-id", id);
      explainMark(element, tag, ids, report);
    }
  };
  look();
  const observer = new MutationObserver(() => void (timer ??= setTimeout(look, PAUSE_MS)));
  observer.observe(window.document, { childList: true, subtree: true });
  _end.signal.addEventListener("abort", () => observer.disconnect());
}
