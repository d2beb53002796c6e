import { html } from "hono/html";
import { type Share, type Summary } from "./summarise.ts";
/** Markup in which every value was escaped. */
export type Markup = ReturnType<typeof html>;
/** A round number at or above the largest bar, so that the scale can be read. */
export declare function ceiling(largest: number): number;
/** Decisions per day as stacked bars. Each bar says its figures to a pointer and a screen reader. */
export declare function dayChart(days: Summary["days"]): Markup;
/** One share as a bar with its figure beside it. */
export declare function shareBar({ yes, no }: Share): Markup;
/** Nothing, where markup is expected. */
export declare const nothing: Markup;
