import type { UiHost } from "../../core/config/parts.ts";
import { makeSheet } from "../theme/makeSheet.ts";

/**
 * Keeps what the page focuses from lying wholly under a sticky element (WCAG 2.2, 2.4.11; technique
 * C43). The scroll padding serves the browser's own scrolling; where a page has no room left to
 * scroll, room is added below it at the moment that a focused element is covered, and not before:
 * a scroll bar that appears by itself would shift the layout. A sheet for the page has the browser work out its styles again:
 * it comes when the banner is painted, or when something is covered before.
 *
 * @returns the undo, which leaves no trace in the document.
 */
export function keepClear({ document, painted }: UiHost, element: HTMLElement): () => void {
  const sheet = makeSheet(document, "");
  let covered = false;
  const apply = () => {
    const { top } = element.getBoundingClientRect();
    // Answered and out of sight: the room goes once that is painted.
    if (!top) return;
    const height = Math.ceil(innerHeight - top);
    sheet.replaceSync(
      `:root{scroll-padding-bottom:${height}px${
        covered
          ? `;min-height:calc(100vh + ${height}px)}:root::after{content:"";display:block;height:${height}px`
          : ""
      }}`,
    );
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  };
  let observer: ResizeObserver | undefined = new ResizeObserver(apply);
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    const { x, y, width, height } = target.getBoundingClientRect();
    // What is in a shadow tree is found as its host.
    const root = element.getRootNode() as ShadowRoot;
    if (document.elementFromPoint(x + width / 2, y + height / 2) != root.host) return;
    covered = true;
    apply();
    target.scrollIntoView({ block: "center" });
  };
  document.addEventListener("focusin", onFocus);
  void painted().then(() => observer?.observe(element));
  return () => {
    observer?.disconnect();
    observer = undefined;
    document.removeEventListener("focusin", onFocus);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one != sheet);
  };
}
