import type { UiHost } from "../core/parts.ts";
import type { Words } from "./createWords.ts";
import type { Filled } from "./filled.ts";
/**
 * Turns an element into a control that objects to, or allows, one service or category: the opt-out
 * link of a privacy notice. The element keeps its words, or gets the service's name; the state stands
 * behind them, and `aria-pressed` says the same to assistive technology (so the name stays put,
 * WAI-ARIA APG, toggle button).
 */
export declare function toggle(host: UiHost, words: Words, element: HTMLElement): Filled | null;
