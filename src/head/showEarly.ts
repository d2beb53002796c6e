import { broughtHost } from "../ui/shell/broughtHost.ts";
import { applyScheme } from "../ui/theme/applyScheme.ts";
import type { EarlyBanner, HeadBannerData } from "./headData.ts";

/** A frame that does not come by then, in milliseconds, is not waited for. */
const PATIENCE_MS = 2000;

/**
 * Shows the banner that came with the HTML, and keeps the answer to it until there is code that seals it. For a visitor of
 * whom nothing is stored. Before the first paint: the banner is looked for as the page is parsed, and its colours
 * are chosen in the frame that paints it, when the page's own style sheets have come.
 *
 * A click takes the banner away and puts itself into the cookie, as a text that permits nothing.
 *
 * @param nonce of the head's own script, or empty
 * @returns what is to be shown, or undefined in someone else's frame, where no answer would be kept
 */
export function showEarly(
  { name, css, cookie, ask }: HeadBannerData,
  nonce: string,
): EarlyBanner | undefined {
  if (top != window) return;
  let clicked = "";
  let over = false;
  const painted = new Promise<void>((resolve) => {
    // When the page is read: Chromium has frames for a page of which it has the head alone.
    const wait = (): unknown => requestAnimationFrame(() => setTimeout(resolve));
    addEventListener("readystatechange", wait, true);
    // A hidden page paints nothing.
    setTimeout(resolve, document.hidden ? 0 : PATIENCE_MS);
  });
  const early: EarlyBanner & { element?: HTMLElement } = {
    painted,
    take() {
      over = true;
      return clicked;
    },
  };
  const observer = new MutationObserver(() => {
    const element = document.querySelector<HTMLElement>(broughtHost);
    const root = element?.shadowRoot;
    // Its last button: the parser may be adding to it still.
    if (!root?.querySelector("[part=settings]")) return;
    observer.disconnect();
    const inner = root.firstElementChild as HTMLElement;
    const { dataset } = element!;
    const onClick = (event: Event): void => {
      // To the window, what is in a shadow root is its host.
      if (over || event.target != element) return;
      event.stopImmediatePropagation();
      // It says so already: code that waits for a click hears of it.
      dataset["consentryView"] = "banner";
      const { consentryAction: action } = (event.composedPath()[0] as HTMLElement).dataset;
      clicked = action ?? clicked;
      if (!action?.endsWith("-all")) return; // The settings open when their code has come.
      root.querySelector(".banner")!.remove();
      dataset["consentryView"] = "none";
      // No script of the page has run before this one, which could have made that say something else.
      clicked = `v=1&click=${action}&t=${Math.floor(Date.now() / 1000)}&shown=${dataset["consentryShown"]}&lang=${inner.lang}&trusted=${+event.isTrusted}&page=${location.pathname}`;
      document.cookie = name + encodeURIComponent(clicked) + cookie;
    };
    requestAnimationFrame(() => {
      // Else the library was faster, and has taken it over.
      if (!element!.hidden) return;
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        root.adoptedStyleSheets = [sheet];
        element!.hidden = inner.hidden = false;
        applyScheme(inner);
        dataset["consentryView"] = "banner";
        void painted.then(() => ask?.(inner.lang, nonce));
        early.element = element!;
        // Before every script of the page: the trap of a page's own dialog swallows clicks outside of it.
        addEventListener("click", onClick, true);
      } catch {
        // The library shows it.
      }
    });
  });
  observer.observe(document, { childList: true, subtree: true });
  return early;
}
