import type { GateConfig } from "../core/config.ts";
import type { Note, ProblemCode } from "../core/problem.ts";
import type { State } from "../core/state.ts";
import type { Gate } from "../gate/createGate.ts";
import type { ConsentEvents } from "./consent.ts";
import type { Decider } from "./createDecider.ts";
import type { Face } from "./createFace.ts";
import type { Env } from "./env.ts";
import type { PageListener } from "./listenToPage.ts";
import type { Parts } from "./parts.ts";
import type { Signals } from "./signals.ts";
import type { RunningServices } from "./startServices.ts";

/** What exists between `start` and `destroy`; the client makes it, face and decider work on it. */
export interface Session {
  /** The configuration as the site wrote it. */
  options: unknown;
  config: GateConfig;
  parts: Parts;
  env: Env;
  gate: Gate;
  /** Absent where the page wants none. */
  signals: Signals | undefined;
  running: RunningServices;
  state: State;
  /** Names of what a withdrawn service left behind and script cannot erase. */
  leftover: readonly string[];
  /** The stored texts that the state was read from. */
  seen: string;
  /** False until the services of the catalogue have come: nothing is permitted before. */
  ready: boolean;
  page: PageListener | undefined;
  /** What was fetched and made. */
  made: Partial<Made>;
  /** Believes these stored texts. */
  read(texts: readonly string[]): void;
  report(this: void, code: ProblemCode, at?: string): void;
  /** Something in the configuration is wrong; the words follow. */
  note: Note;
  /** Tells listeners and the page. */
  tell<Type extends keyof ConsentEvents>(type: Type, detail: ConsentEvents[Type]): void;
  /** Uses what decides and stores, or what shows; each is fetched when it is first needed. */
  withDecider: Use<Decider>;
  withFace: Use<Face>;
}

export interface Made {
  more: Decider;
  face: Face;
}

/** Runs at once where the part is in the bundle or has come already; undefined where it did not come. */
export type Use<Part> = <Result>(
  use: (part: Part) => Result,
) => Promise<Awaited<Result> | undefined>;

/** Session storage key that carries a clean-up over a reload. Written only after a withdrawal. */
export const UNFINISHED = "consentry:clean-up";
