import { render } from "preact";
import { newsStyles } from "../banner/newsStyles.ts";
import { Preferences, type Props } from "./Preferences.tsx";
import { preferencesStyles } from "./preferencesStyles.ts";

export { holdPage } from "../shell/holdPage.ts";
export { createWords } from "../shell/createWords.ts";
export { initialFocus } from "./initialFocus.ts";

/** Their styles. */
export const styles: string = preferencesStyles + newsStyles;

/** Draws the preference centre in a place that is its alone, or takes it away (`false`). */
export function drawPreferences(place: Element, props: Props | false): void {
  // Each news of a choice comes by: where nothing is drawn there is nothing to take away.
  if (props || place.firstChild) render(props && <Preferences {...props} />, place);
}
