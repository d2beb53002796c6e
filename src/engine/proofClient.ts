import type { Decision } from "../core/choice/state.ts";
import type { SealedRecord } from "../record/consentRecord.ts";
import type { ProofLog } from "../proof/proofLog.ts";

/** The engine's handle on the proof log, whose code is fetched when a decision is near. */
export interface ProofClient extends Pick<ProofLog, "records" | "verify" | "export"> {
  /** Fetches the code, so that a click need not wait for it. */
  _prefetch(): void;
  /** The visitor reached for the banner: the empty database may be opened. */
  _open(notice: string): void;
  /**
   * Seals a decision. Resolves when it is on disk, or after three seconds. `subject` counts where
   * the log has none of its own; `onSealed` hears of the record, however late it comes.
   */
  _append(
    decision: Decision,
    shown: { subject: string; notice: string; language: string; framed: boolean; path: string },
    onSealed: (record: SealedRecord) => void,
  ): Promise<unknown>;
  /** Waits for what is being sealed, and sends what waits, if anything does. */
  _flush(): Promise<unknown>;
  _destroy(): void;
}
