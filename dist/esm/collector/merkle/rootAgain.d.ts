import type { Frontier } from "./frontier.ts";
/**
 * The root after a batch, computed a second time and another way: top down by RFC 6962's own
 * definition, from the earlier right edge and the batch's leaf hashes. A log was lost in 2022 because
 * one bit flipped between a leaf and its root ("Yeti 2022"); two computations that must agree see that.
 */
export declare function rootAgain(before: Frontier, leaves: readonly Uint8Array[]): Uint8Array;
