import { knows, splitIds } from "../core/choice/permits.ts";
import { HOLDABLE } from "../gate/addresses.ts";
import { explainMark } from "../gate/explainMark.ts";
import { isInert } from "../gate/item.ts";
import { isIgnored } from "../lib/isIgnored.ts";
import type { Engine } from "./engine.ts";

/** Milliseconds between two looks at a page that changes. */
const PAUSE_MS = 500;

/**
 * Looks for marks that cannot be what their author meant: now, and again when the page has changed. A returning
 * visitor's page is not looked at.
 */
export function checkMarks({ _env, _end, _store, _report: report }: Engine): void {
  const { window, document } = _env;
  const seen = new WeakSet<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    // No form: its inputs may bear the names of its own properties.
    for (const element of document.querySelectorAll(":not(form)[data-consent]")) {
      if (seen.has(element) || isIgnored(element)) continue;
      seen.add(element);
      const ids = splitIds(element.getAttribute("data-consent")!);
      for (const id of ids) if (!knows(_store.get().state, id)) report("unknown-id", id);
      const isScript = element.localName == "script";
      if (ids[0] && (isScript ? isInert(element) : element.matches(HOLDABLE))) continue;
      explainMark(element, report);
    }
  };
  look();
  const observer = new MutationObserver(() => void (timer ??= setTimeout(look, PAUSE_MS)));
  observer.observe(window.document, { childList: true, subtree: true });
  _end.signal.addEventListener("abort", () => observer.disconnect());
}
