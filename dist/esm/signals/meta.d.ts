import type { Signal } from "../core/parts.ts";
export interface MetaSignalOptions {
    /** Which service or category answers: the first that has an answer decides. */
    ids?: string;
}
/**
 * Meta Pixel consent, for a pixel that something else starts (a tag manager). It speaks only to a
 * pixel that is there: the pixel's own snippet does nothing when it finds an `fbq`.
 *
 * @confidence high
 * @source https://developers.facebook.com/docs/meta-pixel/implementation/gdpr
 */
export declare function meta({ ids }?: MetaSignalOptions): Signal;
export default meta;
