import { button } from "../shell/button.ts";
import { el } from "../shell/el.ts";
import type { UiContext } from "../shell/uiContext.ts";

/**
 * Reject and accept: one button made twice, with one `part` and no class of its own, so that no
 * theme and no option can make one of them louder (EDPB 03/2022, equal prominence). Both views use it.
 */
export function choicePair({
  _host: host,
  _words: words,
  _choose: choose,
  _press: press,
}: UiContext): HTMLElement {
  return el(
    host.document,
    "div",
    { class: "pair", part: "choices" },
    ...(["reject", "accept"] as const).map((answer) => {
      const kind = `${answer}-all` as const;
      const label = words.text(`action.${answer}`);
      const made = button(host.document, label, { part: "choice", action: kind });
      return press(made, (event) => choose({ kind }, event));
    }),
  );
}
