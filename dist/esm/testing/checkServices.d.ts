import type { Options } from "../core/options.ts";
import type { KitPage } from "./kitPage.ts";
import type { WatchOptions } from "./watch.ts";
/** What to check, and how to visit. */
export interface Matrix<Page extends KitPage = KitPage> extends Omit<WatchOptions, "site"> {
    /** The configuration that the page starts with. */
    site: Options;
    /** Page to look at; one on which the services run once they are permitted. */
    url: string;
    /** Opens a page of a new visitor: `async () => (await browser.newContext()).newPage()`. It is closed here. */
    open: () => Promise<Page>;
    /** Ids to check. Default: all that ask for consent. */
    services?: readonly string[];
    /** Ids that this page need not call when they are permitted: a film that nobody plays. */
    optional?: readonly string[];
    /** Milliseconds to wait for what must come: a request, or the end of what was stored. Default 10,000. */
    patience?: number;
    /** How a visitor accepts everything. Default: by the button of the banner. */
    accept?: (page: Page) => unknown;
    /** How a visitor refuses everything. Default: by the button of the banner. */
    reject?: (page: Page) => unknown;
}
/** What a service did at each step: how many of its requests were seen. */
export interface MatrixRow {
    service: string;
    undecided: number;
    rejected: number;
    accepted: number;
    withdrawn: number;
    granted: number;
}
/**
 * Walks new visitors through every choice. One looks around undecided, rejects all and comes back:
 * nothing may be requested or stored. Then for each service another accepts all, withdraws this one,
 * comes back, and grants it again: it must be requested, be silent with its storage gone, and be requested again.
 *
 * @returns how many requests of each service were seen at each step.
 * @throws Error that lists service, step and what was seen, all at once.
 */
export declare function checkServices<Page extends KitPage>(matrix: Matrix<Page>): Promise<MatrixRow[]>;
