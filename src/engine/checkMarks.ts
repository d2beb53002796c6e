import { knows, splitIds } from "../core/choice/permits.ts";
import { isInert } from "../gate/item.ts";
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
export function checkMarks({ _env, _end, _store, _parts, _report: report }: Engine): void {
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
      const tokens = splitIds(ids);
      for (const id of tokens) if (!knows(_store.get()._state, id)) report("unknown-id", id);
      // What is neither script nor form is judged where embeds are withheld.
      const isFine = tag == "script" ? isInert(element) : tag != "form";
      if (tokens[0] && isFine) continue;
      void _parts
        ._load("diagnostics")
        .then(({ _explainMark }) => _explainMark(element, tag, ids, report))
        .catch(() => report("internal", "marks"));
    }
  };
  look();
  const observer = new MutationObserver(() => void (timer ??= setTimeout(look, PAUSE_MS)));
  observer.observe(window.document, { childList: true, subtree: true });
  _end.signal.addEventListener("abort", () => observer.disconnect());
}
