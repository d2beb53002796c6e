import { isAsked } from "../../lib/isAsked.ts";
import { button } from "../shell/button.ts";
import { choicePair } from "./choicePair.ts";
import { el } from "../shell/el.ts";
import { layoutOf } from "./layoutOf.ts";
import type { UiContext } from "../shell/uiContext.ts";

/**
 * The first layer: who asks, for which purposes, how many services, how to withdraw, and the two
 * answers side by side (GDPR Art. 4(11), 7(3)). Plain DOM: it never changes while it stands, and a
 * visitor who answers here needs no renderer.
 *
 * `bar` and `box` are a labelled region that leaves the page usable. `centre` would cover what the
 * page focuses, so it is a modal dialog (WCAG 2.2, 2.4.11); closing it decides nothing. On the page of the policy
 * that it links to it is a box: what informs must be readable before the answer.
 */
export function createBanner(context: UiContext): HTMLElement {
  const { document, config, gpc } = context._host;
  const layout = layoutOf(context._host);
  const { text, name, list } = context._words;
  const modal = layout == "centre";
  const asked = config.categories.filter((id) => isAsked(context._seen, id));
  const purposes = list(asked.filter((id) => id != "necessary").map(name));
  const count = config.services.filter(({ basis }) => basis != "necessary").length;
  // A line break stands in for the purposes, so that they can be set in bold wherever they fall.
  const [before = "", after] = text("banner.text", {
    controller: config.controller.name,
    purposes: "\n",
  }).split("\n");
  return el(
    document,
    modal ? "dialog" : "section",
    {
      class: `banner ${layout}`,
      part: "banner",
      "aria-labelledby": "title",
      // `manual`: Escape and clicks elsewhere do not close it.
      popover: !modal && "manual",
    },
    el(
      document,
      "div",
      { class: "words" },
      el(document, "h2", { id: "title", part: "title", tabindex: "-1" }, text("banner.title")),
      el(
        document,
        "p",
        { part: "text" },
        before,
        after == null ? "" : el(document, "b", {}, purposes),
        after ?? "",
      ),
      el(
        document,
        "p",
        { class: "small", part: "more" },
        // One text, as a parser reads it back.
        (gpc ? `${text("settings.gpc")} ` : "") +
          (count ? `${text("banner.services", { count })} ` : "") +
          `${text("banner.withdraw", { settings: text("settings.title") })} `,
        config.policyUrl && el(document, "a", { href: config.policyUrl }, text("settings.policy")),
      ),
    ),
    el(
      document,
      "div",
      { class: "actions", part: "actions" },
      choicePair(context),
      context._press(
        button(document, text("action.settings"), { part: "settings", action: "open-preferences" }),
        context._open,
      ),
    ),
  );
}
