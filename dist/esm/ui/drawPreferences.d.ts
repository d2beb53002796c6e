import { type Props } from "./Preferences.tsx";
export { createWords } from "./createWords.ts";
export { startOf } from "./startOf.ts";
/** Their styles. */
export declare const styles: string;
/** Draws the preference centre in a place that is its alone, or takes it away (`false`). */
export declare function drawPreferences(place: Element, props: Props | false): void;
