import { el } from "./el.ts";

/**
 * Makes a button of ours. `part` names it for themes; `action` for people who write tests and for
 * consent agents (`data-consentry-action`).
 */
export function button(
  document: Document,
  label: string,
  { part, action }: { part: string; action: string },
): HTMLButtonElement {
  return el(document, "button", { type: "button", part, "data-consentry-action": action }, label);
}
