import { direction } from '../i18n/direction.js';
import { button } from './button.js';
import { el } from './el.js';
import { makeSheet } from './makeSheet.js';
import { standIn } from './standIn.js';

function placeholder(host, words, embed) {
  const { document } = host;
  const { element, ids, sheets } = embed;
  const { text } = words;
  const sheet = makeSheet(document, ":host{all:initial!important}");
  const show = standIn(element, sheet.cssRules[0].style);
  if (!show) return null;
  const wanted = ids.split(/\s+/).filter((id) => id && id[0] != "!");
  const service = words.list(wanted.map(words.name));
  const title = text("placeholder.title", { service });
  const made = el(document, "div", { "data-consentry-placeholder": wanted.join(" ") });
  const root = made.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [...sheets, sheet];
  root.append(
    el(
      document,
      "div",
      {
        class: "c",
        role: "group",
        "aria-label": title,
        lang: words.language,
        dir: direction(words.language)
      },
      el(
        document,
        "div",
        { class: "words" },
        el(document, "b", {}, title),
        el(document, "p", {}, text("placeholder.text", { service }))
      ),
      el(
        document,
        "div",
        { class: "actions" },
        button(
          document,
          text("placeholder.once"),
          { part: "once", action: "load-once" },
          embed.loadOnce
        ),
        button(
          document,
          text("placeholder.always", { service }),
          { part: "always", action: "allow-always" },
          ({ isTrusted }) => {
            const choices = Object.fromEntries(wanted.map((id) => [id, true]));
            host.decide(
              { kind: "save", choices, source: "placeholder", trusted: isTrusted },
              host.state
            );
          }
        )
      )
    )
  );
  element.before(made);
  const unhide = hide(element);
  return {
    element: made,
    undo() {
      const focused = root.activeElement;
      unhide();
      made.remove();
      if (focused) element.focus({ preventScroll: true });
    }
  };
}
function hide(element) {
  const { style } = element;
  const before = element.getAttribute("style");
  const value = style.getPropertyValue("display");
  const priority = style.getPropertyPriority("display");
  style.setProperty("display", "none", "important");
  return () => {
    if (value) style.setProperty("display", value, priority);
    else style.removeProperty("display");
    if (before == null && !element.getAttribute("style")) element.removeAttribute("style");
  };
}

export { placeholder };
