import { type Markup } from "./charts.ts";
import { type Summary } from "./summarise.ts";
/**
 * Nothing runs, loads or is framed; the one style sheet is allowed by its hash. What records contain
 * could not do harm even if it stood on this page, and it does not.
 */
export declare const OWNER_POLICY: string;
/** What is shown and what was asked for. */
export interface OwnerView {
    summary: Summary;
    days: number;
    site: string;
    /** Name and size of the log. */
    origin: string;
    size: number;
}
/** Periods that can be chosen, in days. */
export declare const PERIODS: readonly [7, 30, 90, 365];
/** The owner's read-only page: figures and plots out of sums, never out of records. */
export declare function ownerPage(view: OwnerView): Markup;
