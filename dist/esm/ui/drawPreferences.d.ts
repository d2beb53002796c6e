import { type Props } from "./Preferences.tsx";
export { preferencesStyles } from "./preferencesStyles.ts";
/** Draws the preference centre in a place that is its alone, or takes it away (`false`). */
export declare function drawPreferences(place: Element, props: Props | false): void;
