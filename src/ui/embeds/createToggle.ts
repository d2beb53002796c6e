import type { UiHost } from "../../core/config/parts.ts";
import { own } from "../../lib/own.ts";
import type { Words } from "../shell/createWords.ts";
import { el } from "../shell/el.ts";
import type { Mounted } from "../shell/mounted.ts";
import { snapshot } from "../shell/snapshot.ts";

/**
 * Turns an element into a control that objects to, or allows, one service or category: the opt-out
 * link of a privacy notice. The element keeps its words, or gets the service's name; the state stands
 * behind them, and `aria-pressed` says the same to assistive technology (so the name stays put,
 * WAI-ARIA APG, toggle button).
 */
export function createToggle(host: UiHost, words: Words, element: HTMLElement): Mounted | null {
  const restore = snapshot(element);
  const id = element.getAttribute("data-consent-toggle")!.trim();
  const service = words.name(id);
  const permits = () => own(host.state.services, id) ?? own(host.state.categories, id);
  if (permits() === undefined) {
    host.report("unknown-id", id);
    return null;
  }
  const { document } = host;
  const mark = el(document, "span", { "aria-hidden": "true" });
  const flip = (event: Event): void => {
    event.preventDefault(); // A link: its address is for those without script.
    const choices = { [id]: !permits() };
    host.decide({ kind: "save", choices, source: "toggle", trusted: event.isTrusted }, host.state);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key == "Enter" || event.key == " ") flip(event);
  };
  const native = element.localName == "button";
  element.addEventListener("click", flip);
  if (!native) {
    element.setAttribute("role", "button");
    if (!element.matches("a[href], [tabindex]")) element.tabIndex = 0;
    element.addEventListener("keydown", onKey);
  }
  if (!element.textContent?.trim()) element.append(service);
  element.append(mark);

  return {
    element,
    update() {
      const on = permits() === true;
      element.setAttribute("aria-pressed", String(on));
      element.title = words.text(on ? "toggle.on" : "toggle.off", { service });
      mark.textContent = ` (${words.text(on ? "state.on" : "state.off")})`;
    },
    undo() {
      element.removeEventListener("click", flip);
      element.removeEventListener("keydown", onKey);
      restore();
    },
  };
}
