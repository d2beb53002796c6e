import { knows, splitIds } from "../core/choice/permits.ts";
import { isInert, keyOf, runs, scriptLabel } from "../gate/item.ts";
import { isIgnored } from "../lib/isIgnored.ts";
import { queryAll } from "../lib/queryAll.ts";
import { isWorkbench } from "../lib/isWorkbench.ts";
import { keysOf } from "../lib/keysOf.ts";
import { checkPage } from "./checkPage.ts";
import type { Engine } from "./engine.ts";

/** Milliseconds between two looks at a page that changes. */
const PAUSE_MS = 500;

/**
 * Looks for marks that cannot be what their author meant, and for what stands beside them: now, and again when the page
 * has changed. A returning visitor's page is not looked at. What is wrong is known without another file.
 */
export function checkMarks(engine: Engine): void {
  const { _env, _end, _gate, _store, _report: report } = engine;
  const { window, document } = _env;
  const { getAttribute, matches } = Element.prototype;
  const seen = new WeakSet<Element>();
  /** The marked scripts that were seen, by what they are. */
  const scripts = new Map<string, Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const judge = (element: Element, ids: string, isNamed: boolean): void => {
    const tag = matches.call(element, "form") ? "form" : element.localName;
    const isScript = tag == "script";
    const label = (isScript && scriptLabel({ _element: element })) || `<${tag}>`;
    if (!isNamed) report("consent-empty", label);
    // Other elements are judged where they are withheld.
    else if (tag == "form") report("consent-without-effect", `${label} ${ids}`);
    // Nor is what a service's loader put there a mark of the page.
    else if (!isScript || engine._services?._loads(element)) return;
    // Nor what was withheld and Hummingbird delays: it gives the type back.
    else if (element.matches("[data-wphb-type$=plain]")) return;
    else if (!isInert(element)) {
      const type = element.getAttribute("type") ?? "";
      if (runs(type)) report("script-not-withheld", label);
      else report("script-type-unknown", `${type}: ${label}`);
    } else if (!element.hasAttribute("data-run")) {
      const key = keyOf(element);
      // What a new route brings again may be meant so: it is said where the site is made.
      const other = scripts.get(key);
      if (other && (other.isConnected || isWorkbench(window.location))) {
        report("script-again", label);
      }
      scripts.set(key, element);
    }
  };

  const look = (): void => {
    timer = undefined;
    const named = new Set<string>();
    for (const root of _gate._roots.keys()) {
      for (const element of queryAll(root, "[data-consent]")) {
        const ids = getAttribute.call(element, "data-consent")!;
        const tokens = splitIds(ids);
        for (const id of tokens) named.add(id);
        if (seen.has(element) || isIgnored(element)) continue;
        seen.add(element);
        const { _state: state } = _store.get();
        for (const id of tokens) {
          if (!knows(state, id)) {
            report("unknown-id", id, [state.categories, state.services].flatMap(keysOf));
          }
        }
        judge(element, ids, !!tokens[0]);
      }
    }
    if (document.readyState != "complete") return;
    checkPage(engine, named);
    // Its owner's page alone asks for it, and goes on where it does not come.
    if (isWorkbench(window.location)) {
      void engine._parts
        ._load("check")
        .then((check) => check(engine, named))
        .catch(() => {});
    }
  };
  const later = (): void => void (timer ??= setTimeout(look, PAUSE_MS));
  look();
  const observer = new MutationObserver(later);
  observer.observe(window.document, { childList: true, subtree: true });
  window.addEventListener("load", later, { signal: _end.signal });
  _end.signal.addEventListener("abort", () => observer.disconnect());
}
