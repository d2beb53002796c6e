import { css } from "../theme/css.ts";
import { makeSheet } from "../theme/makeSheet.ts";

const styles = css`
  :root {
    overflow: hidden !important;
    scrollbar-gutter: stable;
  }
`;

/**
 * Keeps the page behind a modal layer still, and the page usable: a list of blocked notices may hide the layer, which
 * then would make everything inert with nothing to see.
 *
 * @param leave closes the layer
 * @returns the undo, which leaves no trace in the document.
 */
export function holdPage(
  document: Document,
  layer: HTMLDialogElement,
  leave: () => void,
): () => void {
  const sheet = makeSheet(document, styles);
  const { clientWidth } = document.documentElement;
  // No room for a scroll bar that there is not.
  if (clientWidth == innerWidth) (sheet.cssRules[0] as CSSStyleRule).style.scrollbarGutter = "auto";
  document.adoptedStyleSheets.push(sheet);
  const look = (): void => {
    // A closed dialog is not to be seen either, and tells so itself: to leave twice would close the banner behind it.
    if (layer.open && !layer.checkVisibility?.({ visibilityProperty: true })) leave();
  };
  const observer = new ResizeObserver(look);
  observer.observe(layer);
  return () => {
    observer.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one != sheet);
  };
}
