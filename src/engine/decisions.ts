import type { EarlyClick } from "../core/choice/earlyClick.ts";
import type { Intent, State } from "../core/choice/state.ts";
import type { Item } from "../gate/item.ts";
import type { ProofClient } from "./proofClient.ts";
import type { Effects } from "./effect.ts";

/** Decides, stores and proves: what a page needs once there is something to choose. */
export interface Decisions extends Omit<
  Effects,
  "_denySignals" | "_updateSignals" | "_startServices" | "_updateUi"
> {
  /**
   * Honours an intent. `seen` is the state that the visitor was looking at, `notice` exactly what was shown; by default
   * what the interface shows. Resolves when the choice is stored, sealed and acted on.
   */
  _decide(intent: Intent, seen?: State, notice?: string): Promise<void>;
  /**
   * Seals what was answered before there was code, with its own time, and acts on it. `words` are those of the first layer,
   * `notice` exactly what it shows. False where it was an answer to something else.
   */
  _seal(click: EarlyClick, words: string, notice: string): Promise<boolean>;
  /** Honours a call of the page's own code. */
  _order(kind: Intent["kind"], argument?: unknown): Promise<void>;
  /** Refuses what the browser's Global Privacy Control covers, where the visitor has not chosen. */
  _heedGpc(): Promise<void>;
  /** Asks for the categories that something uses by now, and no one was asked for. */
  _ask(): void;
  /** Reads the stored choice again, and follows it if another tab changed it. */
  _look(): boolean;
  /** Finishes what a reload cut short, erases what an outdated consent left, sends what waits. */
  _finish(): void;
  /** A script that others wait for hangs. */
  _unstick(item: Item): void;
  /** A script on its way is no longer permitted. */
  _stopScripts(): void;
  /** Runs the scripts that are permitted by now. */
  _releaseScripts(): void;
  readonly _proof: ProofClient;
  _destroy(): void;
}
