import { openers } from "../../lib/openers.ts";
import { button } from "./button.ts";
import type { UiContext } from "./uiContext.ts";

/** A button that opens the settings, where the site wants one or forgot the link that the first layer speaks of. */
export function reopenButton({
  _host: host,
  _words: words,
  _press: press,
  _open,
}: UiContext): HTMLElement | "" {
  const { document } = host;
  const isForgotten =
    host.state.status == "decided" &&
    document.readyState == "complete" &&
    !document.querySelector(openers);
  if (!host.config.reopenButton && !isForgotten) return "";
  const names = { part: "reopen", action: "open-preferences" };
  return press(button(document, words.text("settings.title"), names), _open);
}
