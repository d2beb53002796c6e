import type { GateConfig } from "../core/config.ts";
import type { explain } from "../core/explain.ts";
import type { findProblems } from "../core/findProblems.ts";
import type { MountPage, MountUi, Signal } from "../core/parts.ts";
import type { createProofLog } from "../proof/createProofLog.ts";
import type { createLateEvents } from "../gate/lateEvents.ts";
import type { cleanUp } from "./cleanUp.ts";
import type { createDecider } from "./createDecider.ts";
import type { createFace } from "./createFace.ts";
import type { Session } from "./session.ts";
import type { createSignals } from "./signals.ts";

/** The library's own files, each with what it brings. */
export interface Loadable {
  /** What decides and stores. */
  more: typeof createDecider;
  /** What a UI talks to. */
  face: typeof createFace;
  /** Banner and preference centre. */
  ui: MountUi;
  /** Placeholders, toggles, declaration, receipt. */
  page: MountPage;
  proof: typeof createProofLog;
  late: Late;
  /** Seldom needed. */
  extra: Extra;
}

/** What must be there before the gate may open, for pages that need it. */
export interface Late {
  createLateEvents: typeof createLateEvents;
  createSignals: typeof createSignals;
  /** Fetches services and signals that are still missing; nothing where none is. */
  complete: (
    session: Session,
    files: readonly Promise<(options: object) => unknown>[],
  ) => Promise<GateConfig> | undefined;
}

export interface Extra {
  cleanUp: typeof cleanUp;
  explain: typeof explain;
  findProblems: typeof findProblems;
}

/**
 * What the client is given, or fetches when it is needed. It imports none of it by value, so that a
 * bundle holds only what the site asked for.
 */
export interface Parts {
  /** Version of the library and a hash over its sources, for the records. */
  library: { version: string; build: string };
  /** CSP nonce of the library's own script, or empty. */
  nonce: string;
  signals: readonly Signal[];
  /** Tags of the languages that can be had. */
  locales: readonly string[];
  /** False for a site that shows its own UI. */
  hasUi: boolean;
  /** Files that are in the bundle already: a page's own call then takes effect at once. */
  bundled: Partial<Pick<Loadable, "more" | "face" | "late">>;
  load: <Name extends keyof Loadable>(name: Name) => Promise<Loadable[Name]>;
  loadLocale: (tag: string) => Promise<Readonly<Record<string, string>>>;
  loadSignal: (id: string) => Promise<() => Signal>;
  /** A service factory of the script-tag catalogue. */
  loadService: (id: string) => Promise<(options: object) => unknown>;
  /** A choice is due: fetch what will be needed, side by side. */
  prefetch?: () => void;
}
