import type { Stage } from "./stage.ts";
/**
 * Reject and accept: one button made twice, with one `part` and no class of its own, so that no
 * theme and no option can make one of them louder (EDPB 03/2022, equal prominence). Both views use it.
 */
export declare function choicePair({ host, words, choose }: Stage): HTMLElement;
