import type { UiHost } from "../core/parts.ts";
import type { Words } from "./createWords.ts";
/** Columns of the table: the keys of their headings. */
export declare const COLUMNS: readonly ["name", "medium", "purpose", "lifetime"];
/**
 * The table of services and what they store, one table per category and one row group per service:
 * the part of a cookie policy that goes out of date when it is written by hand. In the page's own
 * DOM, so that it takes the page's type; with explicit roles, because a table that a narrow screen
 * lays out as blocks loses its meaning in some browsers.
 */
export declare function declaration(host: Pick<UiHost, "document" | "config">, words: Words): HTMLElement[];
