import type { UiHost } from "../../core/config/parts.ts";
import { direction } from "../../i18n/direction.ts";
import { button } from "../shell/button.ts";
import type { Words } from "../shell/createWords.ts";
import { el } from "../shell/el.ts";
import type { Mounted } from "../shell/mounted.ts";
import { makeSheet } from "../theme/makeSheet.ts";
import { describePlaceholder } from "./describePlaceholder.ts";
import { isInPlainSight } from "./isInPlainSight.ts";
import { keepPlace } from "./keepPlace.ts";

/** What stands in for an embed. */
export interface Embed {
  element: HTMLElement;
  /** Its `data-consent`. */
  ids: string;
  loadOnce: () => void;
  /** The sheets of the shadow root. */
  sheets: CSSStyleSheet[];
  /** The sheet of the page that hides what a placeholder stands for. */
  hiding: CSSStyleSheet;
}

/**
 * Stands in for a withheld embed: says whose it is, offers to load it once or to allow the service
 * for good. Asks for nothing from anywhere. Stands while there is something to stand in for.
 */
export function createPlaceholder(host: UiHost, words: Words, embed: Embed): Mounted {
  const { document } = host;
  const { element, ids, sheets, hiding } = embed;
  const { text } = words;
  const sheet = makeSheet(document, ":host{all:initial!important}:host{}");
  const { style } = sheet.cssRules[1] as CSSStyleRule;

  // "!marketing" asks for a refusal: that is not for a placeholder to change.
  const wanted = ids.split(/\s+/).filter((id) => id && id[0] != "!");
  const service = words.list(wanted.map(words.name));
  const title = text("placeholder.title", { service });
  const asked = text("placeholder.text", { service });
  const made = el(document, "div", { "data-consentry-placeholder": wanted.join(" ") });
  const root = made.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [...sheets, sheet];
  const told = el(
    document,
    "div",
    { class: "words" },
    el(document, "b", {}, title),
    el(document, "p", {}, asked),
  );
  const once = button(document, text("placeholder.once"), { part: "once", action: "load-once" });
  const always = button(document, text("placeholder.always", { service }), {
    part: "always",
    action: "allow-always",
  });
  const press = (pressed: Element, call: (event: Event) => void): void =>
    host.listen(pressed, "click", (event) => {
      // It may stand in a link, or in a card that is one.
      event.preventDefault();
      event.stopPropagation();
      call(event);
    });
  press(once, embed.loadOnce);
  press(always, (event) => {
    const choices: Record<string, boolean> = Object.fromEntries(wanted.map((id) => [id, true]));
    // Before the banner is answered: a service's category allows nothing else, and the other ones are still asked for.
    for (const { id, category } of host.config.services) {
      if (wanted.includes(id) && host.state.pending.includes(category)) choices[category] ??= false;
    }
    const { isTrusted: trusted } = event;
    const source = "placeholder";
    const intent = { kind: "save", choices, partial: true, source, trusted } as const;
    // Where the words are not to be seen, those of the preference centre are.
    if (!isInPlainSight(made, [told, always])) host.open(wanted[0]!);
    else void host.decide(intent, host.state, event, describePlaceholder(host, words, wanted));
  });
  // What is not declared no one can allow for good.
  const { services, categories } = host.state;
  const isKnown = wanted.every(
    (id) => Object.hasOwn(services, id) || Object.hasOwn(categories, id),
  );
  const inner = el(
    document,
    "div",
    {
      class: "c",
      role: "group",
      "aria-label": title,
      lang: words.language,
      dir: direction(words.language),
    },
    told,
    el(
      document,
      "div",
      { class: "actions" },
      isKnown && host.isPoliced ? "" : once,
      isKnown ? always : "",
    ),
  );
  root.append(inner);
  const { stands, undo } = keepPlace(element, { document, made, inner, style, hiding });
  return {
    element: made,
    stands,
    undo() {
      const focused = root.activeElement;
      undo();
      // The button that was pressed is gone; what it brought takes the focus.
      if (focused) element.focus({ preventScroll: true });
    },
  };
}
