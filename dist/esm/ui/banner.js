import { button } from './button.js';
import { choicePair } from './choicePair.js';
import { el } from './el.js';

function banner(stage) {
  const { document, config, gpc } = stage.host;
  const { text, name, list } = stage.words;
  const modal = config.layout == "centre";
  const purposes = list(config.categories.filter((id) => id != "necessary").map(name));
  const count = config.services.filter(({ basis }) => basis != "necessary").length;
  const [before = "", after] = text("banner.text", {
    controller: config.controller.name,
    purposes: "\n"
  }).split("\n");
  const made = el(
    document,
    modal ? "dialog" : "section",
    {
      class: `banner ${config.layout}`,
      part: "banner",
      "aria-labelledby": "title",
      // `manual`: Escape and clicks elsewhere do not close it.
      popover: !modal && "manual"
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
        after ?? ""
      ),
      el(
        document,
        "p",
        { class: "small", part: "more" },
        gpc ? `${text("settings.gpc")} ` : "",
        count ? `${text("banner.services", { count })} ` : "",
        `${text("banner.withdraw", { settings: text("settings.title") })} `,
        config.policyUrl && el(document, "a", { href: config.policyUrl }, text("settings.policy"))
      )
    ),
    el(
      document,
      "div",
      { class: "actions", part: "actions" },
      choicePair(stage),
      button(
        document,
        text("action.settings"),
        { part: "settings", action: "open-preferences" },
        stage.open
      )
    )
  );
  made.addEventListener("close", stage.leave);
  return made;
}

export { banner };
