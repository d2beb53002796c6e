import type { Problem } from "../core/problems/problem.ts";
import type { Decision, State } from "../core/choice/state.ts";
import type { ChainReport, SealedRecord } from "../record/consentRecord.ts";

/** What listeners get. */
export interface ConsentEvents {
  /** The stored choice is read and acted on; once. */
  ready: State;
  /** The state, whenever it changed: here, in another tab, by expiry. */
  change: State;
  /** A decision was made on this page, and what follows from it. */
  decision: Decision;
  /** Consent went; the services that lost it, so that a site can tell their providers. */
  withdraw: { services: readonly string[] };
  /** Something went wrong and was handled. */
  problem: Problem;
}

/** The running instance. */
export interface Consent {
  /** Reads the stored choice, shuts the gate, asks if nothing is decided. Once. */
  start(): void;
  /** Takes every trace out of the page. What ran stays in memory until the page goes. */
  destroy(): void;
  /** Frozen snapshot. */
  readonly state: State;
  /** Whether everything named is permitted now (`"marketing hotjar"`, `"!marketing"`). */
  permits(ids: string): boolean;
  /**
   * Permits everything. Decides at once, so that `permits` is right in the same task, and so is the cookie: a page
   * that leaves now does not lose the choice, once the code that decides is there (it comes with the banner).
   *
   * @returns resolves, and never rejects, when the choice is stored, sealed and acted on
   */
  acceptAll(): Promise<void>;
  /** Refuses everything; as `acceptAll`. */
  rejectAll(): Promise<void>;
  /** Changes the ids given and leaves the others; what was never answered becomes a refusal. As `acceptAll`. */
  save(choices: Record<string, boolean>): Promise<void>;
  /** Withdraws one category or service, or everything; as `acceptAll`. */
  withdraw(id?: string): Promise<void>;
  /** Opens the banner or the preference centre; `part` names what to open in it. */
  show(view?: "banner" | "preferences", part?: string): void;
  hide(): void;
  /** Resolves when the id is permitted, at once if it is. */
  when(ids: string): Promise<void>;
  /** Adds a listener. A late one gets what it missed once: the state, the last decision, the problems. */
  on<Type extends keyof ConsentEvents>(
    type: Type,
    listener: (detail: ConsentEvents[Type]) => void,
  ): () => void;
  /** Also gates a shadow root or another part of the document. Gives the undo. */
  observe(root: Node & ParentNode): () => void;
  readonly proof: {
    /** This browser's records, oldest first. */
    records(): Promise<readonly SealedRecord[]>;
    /** Recomputes the chain from the exact texts. */
    verify(): Promise<ChainReport>;
    /** All records and what was shown, as JSON lines. */
    export(): Promise<string>;
  };
}
