import type { Signal } from "../core/parts.ts";
export interface MicrosoftClaritySignalOptions {
    /** Which service or category answers for statistics: the first that has an answer decides. */
    analytics?: string;
    /** The same for advertising. */
    ads?: string;
}
/**
 * Microsoft Clarity consent, version 2. The mixed-case keys are Microsoft's; both are required. The
 * stub is its own snippet's: without `v`, which would keep Clarity from starting.
 *
 * @confidence high
 * @source https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2
 * @source npm @microsoft/clarity@1.0.2
 */
export declare function microsoftClarity(options?: MicrosoftClaritySignalOptions): Signal;
export default microsoftClarity;
