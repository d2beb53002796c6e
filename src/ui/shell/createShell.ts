import type { UiHost } from "../../core/config/parts.ts";
import { bannerStyles } from "../banner/bannerStyles.ts";
import { applyScheme } from "../theme/applyScheme.ts";
import { makeSheet } from "../theme/makeSheet.ts";
import { tokens } from "../theme/tokens.ts";
import { broughtHost } from "./broughtHost.ts";
import type { Texts } from "./createTexts.ts";
import { createInner } from "./createInner.ts";
import { el } from "./el.ts";
import { placeHost } from "./placeHost.ts";
import { toTopLayer } from "./toTopLayer.ts";

/** The host element in the page, and the places inside it. */
export interface Shell {
  readonly _element: HTMLElement;
  readonly _root: ShadowRoot;
  /** Where the first layer or the reopen button stands. */
  readonly _first: HTMLElement;
  /** Where the preference centre stands. */
  readonly _second: HTMLElement;
  /** The live region. */
  readonly _live: HTMLElement;
  /** The open layer, if any. */
  _layer(): HTMLElement | null;
  /** Puts the host where it can be used, and its layer above whatever the page shows. */
  _lift(): HTMLElement | null;
  /** A key moves the focus: from now on the host comes first in the page. */
  _goAhead(): void;
}

/**
 * Makes the host element, or takes the one that came with the HTML. All styles are adopted sheets. Nothing else is in the page
 * before `lift`.
 */
export function createShell({ document, stands }: UiHost, { language }: Texts): Shell {
  const brought = [...document.querySelectorAll<HTMLElement>(broughtHost)].find(
    (host) => host.shadowRoot,
  );
  const element = brought ?? el(document, "div", { "data-consentry": "" });
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const second = el(document, "div", {});
  const live = el(document, "p", { class: "live", role: "status" });
  let first = el(document, "div", {});
  let inner = createInner(document, language, first, second, live);
  if (stands == element) {
    // What is on show stays, with the focus that may be in it.
    const { lang, dir } = inner;
    inner = Object.assign(root.firstElementChild as HTMLElement, { lang, dir });
    first = inner.firstElementChild as HTMLDivElement;
    inner.append(second, live);
  } else root.replaceChildren(inner);
  element.hidden = false;
  element.removeAttribute("data-consentry-shown");
  root.adoptedStyleSheets = [makeSheet(document, tokens + bannerStyles)];
  let ahead = false;

  const layer = (): HTMLElement | null => root.querySelector("dialog,section");
  const lift = (): HTMLElement | null => {
    placeHost(document, element, ahead);
    // Asking for a colour has the browser work out the styles of the page: not where there is nothing to see.
    if (inner.textContent) applyScheme(inner);
    const open = layer();
    if (open) toTopLayer(open);
    return open;
  };
  return {
    _element: element,
    _root: root,
    _first: first,
    _second: second,
    _live: live,
    _layer: layer,
    _lift: lift,
    _goAhead() {
      if (ahead) return;
      ahead = true;
      lift();
    },
  };
}
