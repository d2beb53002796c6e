import type { UiHost } from "../core/parts.ts";
/**
 * Fills a place with this visitor's own record: id, date, what was asked, choices, download and
 * verify. Plain DOM, because the preference centre and the page (`data-consent-receipt`) show the same.
 */
export declare function showReceipt(host: UiHost, place: Element): Promise<void>;
