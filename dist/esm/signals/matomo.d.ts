import type { Signal } from "../core/parts.ts";
export interface MatomoSignalOptions {
    /** Which service or category answers: the first that has an answer decides. */
    ids?: string;
    /** True: Matomo counts without cookies until consent. Default: it sends nothing until consent. */
    cookieless?: boolean;
}
/**
 * Matomo consent. It is only told to forget what it was given on this page: `forgetConsentGiven`
 * writes a cookie of its own, which a visitor who never agreed must not get.
 *
 * @confidence high
 * @source https://developer.matomo.org/guides/tracking-consent
 */
export declare function matomo(options?: MatomoSignalOptions): Signal;
export default matomo;
