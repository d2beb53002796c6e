import type { UiHost } from "../../core/config/parts.ts";
import { direction } from "../../i18n/direction.ts";
import { bannerStyles } from "../banner/bannerStyles.ts";
import { applyScheme } from "../theme/applyScheme.ts";
import { makeSheet } from "../theme/makeSheet.ts";
import { tokens } from "../theme/tokens.ts";
import type { Texts } from "./createTexts.ts";
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

/** Makes the host element. All styles are adopted sheets. Nothing is in the page before `lift`. */
export function createShell({ document }: UiHost, { language }: Texts): Shell {
  const element = el(document, "div", { "data-consentry": "" });
  const root = element.attachShadow({ mode: "open" });
  const first = el(document, "div", {});
  const second = el(document, "div", {});
  const live = el(document, "p", { class: "live", role: "status" });
  const attributes = { class: "c", lang: language, dir: direction(language) };
  const inner = el(document, "div", attributes, first, second, live);
  root.append(inner);
  root.adoptedStyleSheets = [makeSheet(document, tokens + bannerStyles)];
  let ahead = false;

  const layer = (): HTMLElement | null => root.querySelector("dialog,section");
  const lift = (): HTMLElement | null => {
    placeHost(document, element, ahead);
    applyScheme(inner);
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
