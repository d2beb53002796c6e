import type { Signal } from "../core/parts.ts";
export interface MicrosoftUetSignalOptions {
    /**
     * Which service or category answers, separated by spaces: the first that has an answer decides.
     */
    ids?: string;
}
/**
 * Microsoft UET consent mode. Without a default UET assumes consent, so the denied default is
 * queued before bat.js; the three parts of a command are three elements of the array, as bat.js
 * reads them.
 *
 * @confidence high
 * @source https://help.ads.microsoft.com/apex/index/3/en/60119
 */
export declare function microsoftUet({ ids }?: MicrosoftUetSignalOptions): Signal;
export default microsoftUet;
