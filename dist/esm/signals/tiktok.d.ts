import type { Signal } from "../core/parts.ts";
export interface TiktokSignalOptions {
    /** Which service or category answers: the first that has an answer decides. */
    ids?: string;
}
/**
 * TikTok Pixel consent. Calls are arrays in `ttq`, which may wait there before the pixel's snippet.
 *
 * @confidence medium
 * @source https://business-api.tiktok.com/portal/docs/pixel-cookie-consent-mode/v1.3
 * @unverified TikTok's own page was not readable; the calls are in its base code
 */
export declare function tiktok({ ids }?: TiktokSignalOptions): Signal;
export default tiktok;
