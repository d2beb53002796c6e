import { broughtHost } from "../ui/shell/broughtHost.ts";
import { applyScheme } from "../ui/theme/applyScheme.ts";
import type { EarlyBanner, HeadBanner } from "./headData.ts";

/**
 * Shows the banner that came with the HTML, and keeps the answer to it until there is code that seals it. For a visitor of
 * whom nothing is stored. Before the first paint: the banner is looked for as the page is parsed, and its colours
 * are chosen in the frame that paints it, when the page's own style sheets have come.
 *
 * A click takes the banner away and puts itself into the cookie, as a text that permits nothing.
 *
 * @param name of the cookie, with the sign that ends it
 * @param onShow hears of it when it is on show
 */
export function showEarly(
  { css, cookie }: HeadBanner,
  name: string,
  onShow: (banner: EarlyBanner) => void,
): void {
  if (top != window) return; // An answer in someone else's frame is not kept.
  const show = (element: HTMLElement, root: ShadowRoot): void => {
    const inner = root.firstElementChild as HTMLElement;
    const view = (name: string): void => element.setAttribute("data-consentry-view", name);
    let clicked = "";
    let over = false;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    element.hidden = inner.hidden = false;
    applyScheme(inner);
    view("banner");
    onShow({
      element,
      take() {
        over = true;
        return clicked;
      },
    });
    // Before every script of the page: the trap of a page's own dialog swallows clicks outside of it.
    addEventListener(
      "click",
      (event) => {
        const path = event.composedPath();
        if (over || !path.includes(element)) return;
        event.stopImmediatePropagation();
        const { consentryAction: action } = (path[0] as HTMLElement).dataset;
        if (!action) return;
        clicked = action;
        if (!action.endsWith("-all")) return; // The settings open when their code has come.
        root.querySelector(".banner")!.remove();
        view("none");
        // No script of the page has run before this one, which could have made that say something else.
        clicked = `v=1&click=${action}&t=${Math.floor(Date.now() / 1000)}&shown=${element.getAttribute("data-consentry-shown")}&lang=${inner.lang}&trusted=${+event.isTrusted}&page=${location.pathname}`;
        document.cookie = name + encodeURIComponent(clicked) + cookie;
      },
      true,
    );
  };
  const observer = new MutationObserver(() => {
    const element = document.querySelector<HTMLElement>(broughtHost);
    const root = element?.shadowRoot;
    // Its last button: the parser may be adding to it still.
    if (!element || !root?.querySelector("[part=settings]")) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      try {
        // Else the library was faster, and has taken it over.
        if (element.hidden) show(element, root);
      } catch {
        // The library shows it.
      }
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}
