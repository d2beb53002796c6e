import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface SentryOptions extends ServiceOptions {
    /**
     * Public key of the project's loader, 32 hexadecimal digits. Absent: the page's own markup
     * starts it.
     */
    id?: string;
    /** `"de"` for projects in Sentry's European data centre. */
    region?: "us" | "de";
}
/**
 * Sentry error monitoring. It stores nothing unless session replay is on. `close` stops it until
 * the page is loaded anew.
 *
 * @confidence high
 * @source getsentry/sentry-javascript@f7a6cc0c22 source
 * @source tracker-radar crawl of November 2024
 */
export declare function sentry(options?: SentryOptions): Service;
export default sentry;
