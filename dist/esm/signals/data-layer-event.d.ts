import type { Signal } from "../core/parts.ts";
export interface DataLayerEventOptions {
    /** Categories and services to tell of. Default: the three optional categories. */
    ids?: readonly string[];
    /** Name of the event that triggers listen to. Default `"consentry"`. */
    event?: string;
    /** Name of the array. Default `"dataLayer"`. */
    dataLayer?: string;
}
/**
 * One event per decision for a tag manager's own triggers: `{ event: "consentry", consent: {
 * performance: true, … } }`. Nothing is pushed before a decision.
 *
 * @confidence high
 * @source https://developers.google.com/tag-platform/tag-manager/datalayer
 */
export declare function dataLayerEvent(options?: DataLayerEventOptions): Signal;
export default dataLayerEvent;
