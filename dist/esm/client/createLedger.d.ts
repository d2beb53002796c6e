import type { KeepConfig } from "../core/config.ts";
import type { Decision } from "../core/state.ts";
import type { ProofLog } from "../proof/proofLog.ts";
import type { Session } from "./session.ts";
/** The proof log, fetched when a decision is near. */
export interface Ledger extends Pick<ProofLog, "records" | "verify" | "export"> {
    /** Fetches the code, so that a click need not wait for it. */
    prefetch(): void;
    /** The visitor reached for the banner: the empty database may be opened. */
    open(): void;
    /** Seals a decision. Resolves when it is on disk, or when waiting any longer would be felt. */
    append(decision: Decision, notice: string, language: string): Promise<unknown>;
    /** Sends what waits, if anything does. */
    flush(): Promise<unknown>;
    destroy(): void;
}
export declare function createLedger(session: Session, { collector }: KeepConfig): Ledger;
