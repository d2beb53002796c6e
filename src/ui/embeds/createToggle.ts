import type { UiHost } from "../../core/config/parts.ts";
import { isIgnored } from "../../lib/isIgnored.ts";
import { own } from "../../lib/own.ts";
import type { Words } from "../shell/createWords.ts";
import { el } from "../shell/el.ts";
import type { Mounted } from "../shell/mounted.ts";
import { snapshot } from "../shell/snapshot.ts";

/**
 * Turns an element into a control that objects to one service or category: the opt-out link of a privacy notice. It
 * only ever takes away. To allow again it opens the preference centre at that item, where words of ours are shown: the
 * element's own words and looks are the page's, or a stranger's. The state stands behind the words, and `aria-pressed`
 * says the same to assistive technology (so the name stays put, WAI-ARIA APG, toggle button).
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
  const end = new AbortController();
  const press = (event: Event): void => {
    if (isIgnored(element)) return;
    event.preventDefault(); // A link: its address is for those without script.
    const trusted = event.isTrusted;
    const choices = { [id]: false };
    if (!permits()) host.open(id);
    else
      void host.decide({ kind: "save", choices, source: "toggle", trusted }, host.state, event, "");
  };
  const onKey = (event: Event): void => {
    const { key } = event as KeyboardEvent;
    if (key == "Enter" || key == " ") press(event);
  };
  host.listen(element, "click", press, end);
  if (element.localName != "button") {
    element.setAttribute("role", "button");
    if (!element.matches("a[href], [tabindex]")) element.tabIndex = 0;
    host.listen(element, "keydown", onKey, end);
  }
  if (!element.textContent?.trim()) element.append(service);
  element.append(mark);

  return {
    element,
    update() {
      const on = permits() === true;
      element.setAttribute("aria-pressed", String(on));
      element.title = on ? words.text("toggle.on", { service }) : words.text("settings.title");
      mark.textContent = ` (${words.text(on ? "state.on" : "state.off")})`;
    },
    undo() {
      end.abort();
      restore();
    },
  };
}
