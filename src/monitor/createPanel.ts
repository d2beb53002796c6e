import type { Sighting, Watched } from "./watched.ts";
import { escapeAttribute } from "../lib/escapeAttribute.ts";

/**
 * A list in the page of what was seen, for the site's owner: what leaked, from which line, and the markup that would
 * have held it, with the whole address. In a shadow root of its own; text only. Gives what adds to it.
 *
 * @param services what is declared
 * @param permits whether an id is permitted now: `consent.permits`
 * @throws never
 *
 * @example
 * import { createPanel, startMonitor, type Watched } from "consentry/monitor";
 *
 * declare const services: readonly Watched[];
 * const permits = () => false;
 * const panel = createPanel(services, permits);
 * startMonitor({ services, permits, onSighting: panel.add });
 */
export function createPanel(
  services: readonly Watched[],
  permits: (id: string) => boolean,
): { add(sighting: Sighting, href?: string): void; remove(): void } {
  const host = document.createElement("div");
  host.dataset["consentryMonitor"] = "";
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ":host{all:initial;color-scheme:light dark;position:fixed;inset:8px 8px auto auto;z-index:2147483646;box-sizing:border-box;width:34rem;max-width:calc(100vw - 16px);max-height:45vh;overflow:auto;background:light-dark(#fff,#1c1c1f);color:light-dark(#111,#eee);border:2px solid light-dark(#b00020,#ff8a95);border-radius:6px;font:14px/1.4 system-ui,sans-serif}details{padding:8px 12px}summary{font-weight:600;cursor:pointer}ul{margin:8px 0 0;padding:0 0 0 18px}li+li{margin-top:6px}code{display:block;font:12px/1.4 ui-monospace,monospace;overflow-wrap:anywhere;opacity:.85}",
  );
  root.adoptedStyleSheets = [sheet];
  const element = (name: string, parent: Node, text = ""): HTMLElement => {
    const made = document.createElement(name);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  };
  const box = element("details", root) as HTMLDetailsElement;
  box.open = true;
  const title = element("summary", box);
  const list = element("ul", box);
  const state = element("ul", box);
  let count = 0;
  const draw = (): void => {
    title.textContent = `Consentry: ${count} leak${count == 1 ? "" : "s"} on this page`;
    state.textContent = "";
    for (const { id, name } of services) {
      element("li", state, `${name}: ${permits(id) ? "permitted" : "waits for consent"}`);
    }
  };
  draw();
  (document.body ?? document.documentElement).append(host);
  return {
    add(sighting, href) {
      const { verdict, service, kind, what, address, from, stopped } = sighting;
      count += 1;
      const whose = verdict == "leak" ? `${service}, not permitted` : "declared nowhere";
      const item = element(
        "li",
        list,
        `${kind} ${what}: ${whose}${stopped ? ", stopped by the policy" : ""}`,
      );
      if (address) element("code", item, address);
      if (from) element("code", item, `from ${from}`);
      const markup = markupFor(sighting, href || sighting.address);
      if (markup) element("code", item, markup);
      draw();
    },
    remove: () => host.remove(),
  };
}

/** The element as it should stand in the page, where one would have held it. */
function markupFor({ kind, service }: Sighting, address: string): string {
  const source = escapeAttribute(address);
  const consent = `data-consent="${service || "marketing"}" data-src="${source}"`;
  if (kind == "script") return `<script type="text/plain" ${consent}></script>`;
  if (kind == "frame" || kind == "iframe") return `<iframe ${consent}></iframe>`;
  return kind == "img" ? `<img ${consent} alt="">` : "";
}
