import { type KeyObject } from "node:crypto";
import { type VerifierKey } from "../verify/openNote.ts";
import { type WitnessState } from "./witnessState.ts";
/** What a witness is made of. */
export interface WitnessOptions {
    /** Its name, best a scheme-less URL. */
    name: string;
    /** Ed25519; used for nothing else (C2SP tlog-cosignature). */
    privateKey: KeyObject;
    /** The logs that it watches. */
    logs: readonly {
        origin: string;
        keys: readonly VerifierKey[];
    }[];
    state: WitnessState;
    /** Milliseconds since 1970. */
    now?: () => number;
}
export interface Witness {
    /** What verifiers are given. */
    vkey: string;
    /** Answers a request; never rejects. */
    fetch(request: Request): Promise<Response>;
}
/**
 * A witness of other people's logs (C2SP tlog-witness): cosigns a checkpoint only when it is proven to
 * add to the one it cosigned before, so that a log with a witness cannot show two histories.
 */
export declare function createWitness(options: WitnessOptions): Witness;
