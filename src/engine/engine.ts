import type { State } from "../core/choice/state.ts";
import type { StoredChoice } from "../core/choice/storedChoice.ts";
import type { GateConfig } from "../core/config/config.ts";
import type { MountPage, MountUi, Signal } from "../core/config/parts.ts";
import type { explain } from "../core/problems/explain.ts";
import type { Embeds } from "../gate/createEmbeds.ts";
import type { Gate } from "../gate/createGate.ts";
import type { createLate } from "../gate/createLate.ts";
import type { Store } from "../lib/createStore.ts";
import type { createProofLog } from "../proof/createProofLog.ts";
import type { Decisions } from "./decisions.ts";
import type { Change, Effects } from "./effect.ts";
import type { EngineUi } from "./engineUi.ts";
import type { Env } from "./env.ts";
import type { Eraser } from "./eraser.ts";
import type { explainCatalogue } from "./explainCatalogue.ts";
import type { Reporter } from "./reporter.ts";
import type { ServiceRunner } from "./serviceRunner.ts";

/** What exists from `start` to `destroy`, also before the site's services have come. */
export interface Context extends Pick<Reporter, "_report" | "_note" | "_emit"> {
  /** The configuration as the site wrote it. */
  readonly _options: unknown;
  readonly _parts: Parts;
  readonly _env: Env;
  /** Aborted by `destroy`. */
  readonly _end: AbortController;
  readonly _store: Store<Held>;
  /** Whether everything named is permitted now, and waits for no other page. */
  _permits(this: void, ids: string): boolean;
}

/** Makes what only some pages need. */
export type Equip = (base: EngineBase) => Equipment;
/** What an engine is made of, complete, before anything acts on it; `equip` where the page needs more. */
export type Prepared = (config: GateConfig, equip?: Equip) => void;

/** What only some pages need: vendor families to tell, services that have code of their own, another tool's markup. */
export interface Equipment extends Pick<
  Effects,
  "_denySignals" | "_updateSignals" | "_startServices"
> {
  readonly _services: ServiceRunner;
  /** Also gates a part of the document that the gate cannot find. Gives the undo. */
  _observe(root: Node & ParentNode): () => void;
  /**
   * What comes before the start. `start` goes on; `take` takes over the choice that was made with another tool, if there
   * is one.
   */
  _open(engine: Engine, start: (take?: () => void) => void): void;
}

/** All that changes while an engine runs. */
export interface Held {
  readonly _state: State;
  /** What the state was read from, or has been written to. */
  readonly _stored: StoredChoice;
  /** Names of what a withdrawn service left behind and script cannot erase. */
  readonly _leftover: readonly string[];
  /** Whether the visitor loads this time what needs these ids. */
  readonly _once?: ((ids: string) => boolean) | undefined;
  /** Whether these ids are permitted and nothing has to wait for them (`createCover`); absent where nothing was decided here. */
  readonly _mayAct?: (ids: string) => boolean;
}

export interface EngineBase extends Context {
  readonly _config: GateConfig;
  readonly _gate: Gate;
  /** What is stored now. */
  _read(this: void): StoredChoice;
  /** What a stored choice means now. */
  _resume(this: void, stored: StoredChoice): State;
}

/** What runs on a page. Its fields do not change; what changes is in `_store`. */
export interface Engine extends EngineBase, Partial<Effects>, Partial<Equipment> {
  _observe: Equipment["_observe"];
  /** What tabs talk over, the open one first. Empty where the browser has none. */
  readonly _channels: BroadcastChannel[];
  /** The page uses these ids: a category among them that no one was asked for is asked for now. */
  _needs(this: void, ids: string): void;
  /** Decides and stores. */
  readonly _decisions: Lazy<Decisions>;
  /** Shows. */
  readonly _ui: Lazy<EngineUi>;
  /** Withholds and releases what is not a script. */
  readonly _embeds: Lazy<Embeds>;
  /** Ends what was made. */
  _destroy(this: void): void;
  /** Acts on a change, from top to bottom of `EFFECTS`. */
  _act(this: void, change: Change): Promise<void>;
}

/** A part that is fetched when it is first needed. */
export interface Lazy<Part> {
  /** The part, where it was needed before. */
  _made(): Part | undefined;
  /** Runs at once where the part is in the bundle or was made before; undefined where it did not come. */
  _use<Result>(act: (part: Part) => Result): Promise<Awaited<Result> | undefined>;
}

/** What takes over from another consent tool. */
export interface Migrating {
  /** Marks a part of the page as that tool marked it. Gives the undo. */
  _translate(this: void, root: Node & ParentNode): () => void;
  /**
   * What takes over the visitor's choice, once, when nothing is stored here; undefined where there is none. Before that
   * the tool's links and calls are ours.
   */
  _find(engine: Engine): (() => void) | undefined;
}

/** It runs before the gate opens, and translates the markup of the page at once. */
export type Migrate = (context: Context, config: GateConfig) => Promise<Migrating>;

/** The library's own files, each with what it brings. */
export interface Loadable {
  /** Decides, stores and proves. */
  decisions: (engine: Engine) => Decisions;
  /** What a UI talks to. */
  host: (engine: Engine) => EngineUi;
  /** Banner and preference centre. */
  banner: MountUi;
  /** Withholds and releases marked elements that are not scripts. */
  embeds: (engine: Engine) => Embeds;
  /** Placeholders, toggles, declaration, receipt. */
  placeholders: MountPage;
  proof: typeof createProofLog;
  /** Lets scripts that come late meet the page that they expect. */
  late: typeof createLate;
  prepare: Preparation;
  /** For a site that came from another consent tool. */
  migrate: Migrate;
  /** For services that a site declares itself, in one map with those of the catalogue. */
  own: MakeService;
  /** Seldom needed. */
  diagnostics: Diagnostics;
  /** Looks for mistakes where a site is made. */
  check: (engine: Engine, named: ReadonlySet<string>) => void;
}

/** Makes a service of a map: from its options, and from its id where the site declares it itself. May give a promise. */
export type MakeService = (options: object, id: string) => unknown;

/** A file that makes a service. */
export type ServiceFile = Promise<MakeService>;

/** Needed where something is to be fetched, or a service has code. */
export interface Preparation {
  /**
   * Completes what an engine is made of: the services of the catalogue, signals, migrations. Calls back at once
   * where there is nothing to wait for: a wait costs a returning visitor time.
   */
  _prepare(
    this: void,
    context: Context,
    config: GateConfig,
    files: readonly ServiceFile[],
    done: Prepared,
  ): void;
}

export interface Diagnostics {
  _createEraser: (engine: Engine) => Eraser;
  _explain: typeof explain;
  _explainCatalogue: typeof explainCatalogue;
  /** Says why nothing runs on a page that has the tag: nothing starts it, or something tried too early. */
  _explainIdle(page: Document): void;
  /** Tells what is wrong with a configuration. */
  _explainOptions: (options: unknown, report: Reporter["_report"]) => void;
}

/** Fetches one of the library's own files, or one of a folder. */
export interface Load {
  <Name extends keyof Loadable>(name: Name): Promise<Loadable[Name]>;
  (tag: string, folder: "locales/"): Promise<Readonly<Record<string, string>>>;
  (id: string, folder: "signals/"): Promise<(options?: object) => Signal>;
  /** A service factory of the script-tag catalogue. */
  (id: string, folder: "services/"): Promise<MakeService>;
}

/**
 * What the instance is given, or fetches when it is needed. It imports none of it by value, so that a
 * bundle holds only what the site asked for.
 */
export interface Parts {
  /** CSP nonce of the library's own script, or empty. */
  _nonce: string;
  readonly _signals?: readonly Signal[];
  /** Tags of the languages that can be had. */
  _locales: readonly string[];
  /** False for a site that shows its own UI. */
  readonly _hasUi?: boolean;
  /** Files that are in the bundle already: a page's own call then takes effect at once. */
  _bundled: Partial<Pick<Loadable, "decisions" | "host" | "embeds" | "prepare">>;
  _load: Load;
  /** A choice is due: fetch what will be needed, side by side. */
  _prefetch?: () => void;
  /** Resolves when someone uses the page: what only a choice needs waits for it. Absent: no longer than for the banner. */
  readonly _used?: Promise<void> | undefined;
}
