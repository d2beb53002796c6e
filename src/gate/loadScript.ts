import type { Gate } from "./createGate.ts";

/** Loads scripts for services. */
export type LoadScript = (
  url: string,
  ids: string,
  attributes?: Record<string, string>,
) => Promise<void>;

/**
 * Makes what loads a script for a service as if the page had marked it: it waits for its grant, and a
 * withdrawal stops it on its way. Rejects when it fails. They are not the page's own, and go with `gone`.
 *
 * @param nonce what the gate asks of scripts, or empty
 * @param loaded takes the held elements of all that it loads
 */
export function createLoadScript(
  gate: Gate,
  document: Document,
  gone: AbortSignal,
  nonce = "",
  loaded: Set<Element> = new Set(),
): LoadScript {
  gone.addEventListener("abort", () => {
    for (const { _element: element, _fresh: fresh } of gate._items()) {
      if (!loaded.has(element)) continue;
      fresh?.remove();
      element.remove();
    }
  });
  return (url, ids, attributes) =>
    new Promise((resolve, reject) => {
      const held = document.createElement("script");
      const own = { type: "text/plain", "data-consent": ids, "data-src": url };
      const all = { async: "", ...attributes, ...own };
      for (const [name, value] of Object.entries(all)) held.setAttribute(name, value);
      held.nonce = nonce;
      held.addEventListener("load", () => resolve());
      held.addEventListener("error", reject);
      loaded.add(held);
      document.querySelector("head")!.append(held);
      gate._meet(held);
      gate._queue._pump();
    });
}
