import { el } from './el.js';
import { remember } from './remember.js';

function toggle(host, words, element) {
  const restore = remember(element);
  const id = element.getAttribute("data-consent-toggle").trim();
  const service = words.name(id);
  const permits = () => host.state.services[id] ?? host.state.categories[id];
  if (permits() === void 0) {
    host.report("unknown-id", id);
    return null;
  }
  const { document } = host;
  const mark = el(document, "span", { "aria-hidden": "true" });
  const flip = (event) => {
    event.preventDefault();
    const choices = { [id]: !permits() };
    host.decide({ kind: "save", choices, source: "toggle", trusted: event.isTrusted }, host.state);
  };
  const onKey = (event) => {
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
    }
  };
}

export { toggle };
