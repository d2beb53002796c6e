import type { Config } from "./config.ts";
import type { Shim } from "./shim.ts";
import type { Finding, ProblemCode } from "../problems/problem.ts";
import type { Listen } from "../../lib/listenNatively.ts";
import type { Intent, State } from "../choice/state.ts";

/** What a UI may see and ask for. It decides nothing itself. */
export interface UiHost {
  /** The page's document. */
  readonly document: Document;
  /** The checked configuration. */
  readonly config: Config;
  /** What is decided now. */
  readonly state: State;
  /** Texts in the language to show. Missing keys fall back to English. */
  readonly messages: Readonly<Record<string, string>>;
  /** BCP 47 tag of `messages`. */
  readonly language: string;
  /** Whether Global Privacy Control is on and honoured. */
  readonly gpc: boolean;
  /** Host of a first layer that came with the HTML, is on show and was not answered. */
  readonly stands?: HTMLElement | undefined;
  /** Whether pages come with a policy made from consent: nothing opens for this time only. */
  readonly isPoliced?: boolean;
  /** Names of what a withdrawn service left behind and this site cannot erase. */
  readonly leftover: readonly string[];
  /**
   * Asks for a decision. `seen` is the state that the visitor was looking at: when another tab has
   * decided since, nothing is changed and the view is refreshed instead.
   *
   * @param event what the visitor did; the record calls the decision `trusted` only if a person did it
   * @param notice exactly what was shown, as one JSON text; by default what `UiHandle.notice` says. A grant without
   *   one is refused
   * @returns resolves when the choice is acted on, or was none
   */
  decide(intent: Intent, seen: State, event: Event, notice?: string): Promise<void>;
  /**
   * Opens the preference centre, where `part` names what to open in it; or the banner. In the page's language of now.
   *
   * @param view absent: the preference centre
   */
  open(part: string, view?: "banner"): void;
  /** Listens in the capture phase, by the platform's own code: no script of the page hears of the listener. */
  listen: Listen;
  /** A pointer or key reached the UI: the empty proof database may be opened now, and not before. */
  reach(): void;
  /** Resolves when the browser has painted what is due, or has nothing to paint. */
  painted(): Promise<unknown>;
  /** Reports a problem; `at` says where. */
  report(code: ProblemCode, at: string): void;
  /** The visitor's own records, newest last. */
  records(): Promise<readonly VisitorRecord[]>;
  /** Computes the visitor's own chain of records again. */
  verify(): Promise<{
    ok: boolean;
    length: number;
    firstBad: number | null;
    reason: string | null;
  }>;
  /** The visitor's own records and what was shown, as JSON lines. */
  exportRecords(): Promise<string>;
}

/** As much of a record as the UI shows. */
export interface VisitorRecord {
  id: string;
  /** The consent id: what all of a visitor's records have in common, and what the commands take. */
  subject: string;
  event: string;
  at: string;
  expires: string;
  categories: Record<string, boolean>;
  services: Record<string, boolean>;
  /** Hash of what was shown. */
  notice: string;
  hash: string;
}

/** A mounted UI. */
export interface UiHandle {
  /**
   * Opens a view; `part` names a category or service to open and focus.
   *
   * @param view what to open
   */
  show(view: "banner" | "preferences", part?: string): void;
  /** Closes what is open; decides nothing. */
  hide(): void;
  /** The state changed, here or in another tab. */
  update(): void;
  /** Exactly what is shown, as one JSON text: texts, language, layout, categories, services. */
  notice(): string;
  /** The words of the first layer. */
  words?(): string;
  /** A withdrawal on the page before has taken effect: says so. */
  confirm?(): void;
  /** Puts the host element back into the page if something took it out (a swapped body). Cheap. */
  rehome(): void;
  /** Removes every trace. */
  destroy(): void;
}

/** Mounts an interface on a page, and gives what controls it. */
export type MountUi = (host: UiHost) => UiHandle;

/** Fills in markup that needs words: placeholders, toggles, the declaration, the receipt. */
export interface PageHandle {
  /** Stands in for an embed that is withheld. `ids` is its `data-consent`. */
  placeholder(element: Element, ids: string, loadOnce: () => void): Placeholder;
  /** Takes over one `data-consent-toggle|declaration|receipt` element. Gives the undo. */
  fill(element: Element): () => void;
  /** The state changed. */
  update(): void;
  /** The page speaks another language: all that stands is made again with the words of `host`. */
  speak?(host: UiHost): void;
  destroy(): void;
}

/** What stands in for an embed. */
export interface Placeholder {
  /** Stands right before the embed; null while there is nothing to stand in for. */
  host: Element | null;
  undo(): void;
}

export type MountPage = (host: UiHost) => PageHandle;

/** Tells one vendor family what was decided. */
export interface Signal {
  /** Id of the signal, as `signals` of the options names it. */
  id: string;
  /** What is wrong with the options that made it. */
  findings?: readonly Finding[];
  /** Queues the defaults (denied). Called before any tag can run, once a page. */
  start(context: SignalContext): void;
  /** One call per decision, and one at start for a visitor who has decided. */
  update(context: SignalContext): void;
}

/** What a signal may use of the page. */
export interface SignalContext {
  /** The page's window, where vendors keep their queues. */
  window: Window & Record<string, unknown>;
  /** Data layers that services of the site name. Absent in the inline head, whose signals know them from their options. */
  dataLayers?: readonly string[];
  /** Whether everything named in `ids` is permitted now. */
  permits(ids: string): boolean;
}

/** A consent tool that the site used before: how to read the choice that it left, and its markup. */
export interface Migration {
  /** Id of the tool, as `migrate` of the options names it. */
  id: string;
  /** Its names (of categories or services) and the ids here, as in `data-consent`. What is not named is asked. */
  map: Readonly<Record<string, string>>;
  /** The visitor's own decision, or null: what was preset, implied, unreadable or ambiguous is none. */
  read(world: MigrationWorld): Earlier | null;
  /** Finds its marked elements; absent where its markup cannot be taken over. */
  selector?: string;
  /**
   * The names that a marked element needs, each; `!` in front of one that must be refused.
   *
   * @param element one that `selector` found
   */
  names?(element: Element): readonly string[];
  /** Attribute that keeps the address of a withheld element, where it is not `data-src`. */
  address?: string;
  /** Keeps its links, calls and events working: one of `consentry/migrate/shims/<id>`. From a script tag: `true`. */
  shim?: Shim;
}

/** What a migration may read of the device. It writes nothing. */
export interface MigrationWorld {
  /**
   * Every cookie value under a name, as it stands.
   *
   * @param name exact
   */
  cookies(name: string): readonly string[];
  /**
   * A text of localStorage, or null.
   *
   * @param key exact
   */
  local(key: string): string | null;
}

/** A decision that was made with another tool. */
export interface Earlier {
  /** Its names with an answer. Without a prototype. */
  answers: Readonly<Record<string, boolean>>;
  /** When it was decided, in milliseconds since 1970, where the tool kept it. */
  at?: number;
}
