import type { GateConfig } from "../core/config/config.ts";
import type { explain } from "../core/problems/explain.ts";
import type { MountPage, MountUi, Placeholder, Signal } from "../core/config/parts.ts";
import type { Note, ProblemCode } from "../core/problems/problem.ts";
import type { Decision, Intent, State } from "../core/choice/state.ts";
import type { Gate } from "../gate/createGate.ts";
import type { Item } from "../gate/item.ts";
import type { Embeds } from "../gate/createEmbeds.ts";
import type { createProofLog } from "../proof/createProofLog.ts";
import type { ProofLog } from "../proof/proofLog.ts";
import type { cleanUp } from "./cleanUp.ts";
import type { ConsentEvents } from "./consent.ts";
import type { Env } from "./env.ts";
import type { explainCatalogue } from "./explainCatalogue.ts";
import type { RunningServices } from "./startServices.ts";

/** What exists between `start` and `destroy`; the client makes it, face and decider work on it. */
export interface Session {
  /** The configuration as the site wrote it. */
  options: unknown;
  config: GateConfig;
  parts: Parts;
  env: Env;
  /** Aborted by `destroy`. */
  end: AbortController;
  gate: Gate;
  /** Absent where the page wants none. */
  signals?: Signals | undefined;
  /** Absent where no service has code of its own. */
  running?: RunningServices | undefined;
  state: State;
  /** Whether the visitor loads this time what needs these ids. */
  once?: ((ids: string) => boolean) | undefined;
  /** Whether everything named is permitted now. */
  permits: (ids: string) => boolean;
  /** Names of what a withdrawn service left behind and script cannot erase. */
  leftover?: readonly string[];
  /** The stored texts that the state was read from. */
  seen: string;
  /** False until the services of the catalogue have come, and where the configuration is not usable. */
  ready: boolean;
  /** Imports a choice that another tool left; there where there is one. */
  arrive?: (() => void) | undefined;
  /** What was fetched and made. */
  made: Partial<Made>;
  /** Believes these texts, or what is stored. */
  read(texts?: readonly string[]): void;
  /** The configuration is complete and the choice is read: acts on it. */
  settle(this: void): void;
  report(this: void, code: ProblemCode, at?: string): void;
  /** Something in the configuration is wrong; the words follow. */
  note: Note;
  /** Tells listeners and the page. */
  tell<Type extends keyof ConsentEvents>(type: Type, detail: ConsentEvents[Type]): void;
  /** Uses what decides and stores, or what shows; each is fetched when it is first needed. */
  withDecider: Use<Decider>;
  withFace: Use<Face>;
  withEmbeds: Use<Embeds>;
}

export interface Made {
  embeds: Embeds;
  more: Decider;
  face: Face;
}

/** Runs at once where the part is in the bundle or has come already; undefined where it did not come. */
export type Use<Part> = <Result>(
  use: (part: Part) => Result,
) => Promise<Awaited<Result> | undefined>;

/** Decides, stores and proves: what a page needs once there is something to choose. */
export interface Decider {
  /** Finishes what a reload cut short, erases what an outdated consent left, sends what waits. */
  tidyUp(): void;
  /** Refuses what the browser's Global Privacy Control covers, where the visitor has not chosen. */
  heedGpc(): void;
  /** Honours a call of the page's own code. */
  order(kind: Intent["kind"], argument?: unknown): void;
  /** Honours an intent. `seen` is the state that the visitor was looking at. */
  change(intent: Intent, seen?: State): void;
  /** Reads the stored choice again, and follows it if another tab changed it. */
  look(): boolean;
  /** A script that others wait for hangs. */
  unstick(item: Item): void;
  /** A script on its way is no longer permitted. */
  stop(): void;
  /** Runs the scripts that are permitted by now. */
  release(): void;
  readonly ledger: Ledger;
  destroy(): void;
}

/** What the visitor sees, fetched when there is something to see. */
export interface Face {
  show(view: "banner" | "preferences", part: string): Promise<void>;
  hide(): void;
  update(): void;
  /** Exactly what is shown, or empty where nothing was. */
  notice(): string;
  /** Language shown, or empty where nothing was. */
  language(): string;
  /** Stands in for a withheld embed. */
  hold(element: Element, ids: string, loadOnce: () => void): Promise<Placeholder | undefined>;
  /** Takes over a toggle, a declaration or a receipt. */
  fill(element: Element): void;
  /** Puts the UI back where a body swap took it away. */
  rehome(): void;
  destroy(): void;
}

/** The proof log, fetched when a decision is near. */
export interface Ledger extends Pick<ProofLog, "records" | "verify" | "export"> {
  /** Fetches the code, so that a click need not wait for it. */
  prefetch(): void;
  /** The visitor reached for the banner: the empty database may be opened. */
  open(notice: string): void;
  /** Seals a decision. Resolves when it is on disk, or when waiting any longer would be felt. */
  append(decision: Decision, notice: string, language: string): Promise<unknown>;
  /** Sends what waits, if anything does. */
  flush(): Promise<unknown>;
  destroy(): void;
}

/** The messengers that a configuration asks for, each in its own guard. */
export interface Signals {
  /**
   * Fetches those that are wanted and not there; nothing to wait for where all are. A tag that is not told
   * of a refusal assumes a grant: where one cannot be had, the services that name it are left out of the
   * configuration given, and where the site names it, that configuration is not usable.
   */
  fetch(config: GateConfig): Promise<GateConfig> | undefined;
  /** Queues the denied defaults of those wanted and not started yet, and tells them of a choice that there is. */
  start(): void;
  update(): void;
}

/** The library's own files, each with what it brings. */
export interface Loadable {
  /** What decides and stores. */
  more: (session: Session) => Decider;
  /** For marked elements that are not scripts. */
  embeds: (session: Session) => Embeds;
  /** What a UI talks to. */
  face: (session: Session) => Face;
  /** Banner and preference centre. */
  ui: MountUi;
  /** Placeholders, toggles, declaration, receipt. */
  page: MountPage;
  proof: typeof createProofLog;
  late: Late;
  /** For a site that came from another consent tool. */
  arrive: Arrive;
  /** Seldom needed. */
  extra: Extra;
}

/**
 * What must be done before the gate may open, on pages that need it: the page's events for late scripts,
 * signals, services of the catalogue. Then the choice is read and the browser's signal heeded, and
 * `settle` is called: at once where there was nothing to wait for.
 */
export type Late = (
  session: Session,
  files: readonly Promise<(options: object) => unknown>[],
) => void;

/**
 * Takes over from another consent tool, before the gate opens: its markup at once. Gives what finds an
 * earlier choice, to be called when the configuration is complete and what is stored here is read.
 */
export type Arrive = (session: Session) => Promise<() => Session["arrive"]>;

export interface Extra {
  cleanUp: typeof cleanUp;
  explain: typeof explain;
  explainCatalogue: typeof explainCatalogue;
  /** Tells what is wrong with a configuration. */
  explainOptions: (options: unknown, report: Session["report"]) => void;
}

/** Fetches one of the library's own files, or one of a folder. */
export interface Load {
  <Name extends keyof Loadable>(name: Name): Promise<Loadable[Name]>;
  (tag: string, folder: "locales/"): Promise<Readonly<Record<string, string>>>;
  (id: string, folder: "signals/"): Promise<() => Signal>;
  /** A service factory of the script-tag catalogue. */
  (id: string, folder: "services/"): Promise<(options: object) => unknown>;
}

/**
 * What the client is given, or fetches when it is needed. It imports none of it by value, so that a
 * bundle holds only what the site asked for.
 */
export interface Parts {
  /** CSP nonce of the library's own script, or empty. */
  nonce: string;
  signals: readonly Signal[];
  /** Tags of the languages that can be had. */
  locales: readonly string[];
  /** False for a site that shows its own UI. */
  hasUi: boolean;
  /** Files that are in the bundle already: a page's own call then takes effect at once. */
  bundled: Partial<Pick<Loadable, "more" | "face" | "embeds" | "late">>;
  load: Load;
  /** A choice is due: fetch what will be needed, side by side. */
  prefetch?: () => void;
}
