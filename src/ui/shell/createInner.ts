import { direction } from "../../i18n/direction.ts";
import { el } from "./el.ts";

/** The one element in the shadow root: it has the language, its direction and the colours. */
export function createInner(
  document: Document,
  language: string,
  ...children: readonly Node[]
): HTMLElement {
  return el(document, "div", { class: "c", lang: language, dir: direction(language) }, ...children);
}
