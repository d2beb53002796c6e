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
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Where the first layer or the reopen button stands. */
  readonly first: HTMLElement;
  /** Where the preference centre stands. */
  readonly second: HTMLElement;
  /** The live region. */
  readonly live: HTMLElement;
  /** The open layer, if any. */
  layer(): HTMLElement | null;
  /** Puts the host where it can be used, and its layer above whatever the page shows. */
  lift(): HTMLElement | null;
  /** A key moves the focus: from now on the host comes first in the page. */
  goAhead(): void;
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
    element,
    root,
    first,
    second,
    live,
    layer,
    lift,
    goAhead() {
      if (ahead) return;
      ahead = true;
      lift();
    },
  };
}
