import type { UiHost } from "../core/parts.ts";
import type { Words } from "./createWords.ts";
/**
 * The table of services and what they store, one table per category and one row group per service:
 * the part of a cookie policy that goes out of date when it is written by hand. In the page's own
 * DOM, so that it takes the page's type; with explicit roles, because a table that a narrow screen
 * lays out as blocks loses its meaning in some browsers.
 */
export declare function declaration(host: UiHost, words: Words): HTMLElement[];
