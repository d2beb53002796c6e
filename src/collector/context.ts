import type { Context } from "hono";
import type { Limits } from "./http/limits.ts";
import type { LogIdentity } from "./log/sequence.ts";
import type { TreeReader } from "./merkle/treeReader.ts";
import type { Metrics } from "./metrics.ts";
import type { Reporter } from "./report.ts";
import type { Store } from "./store/store.ts";

/** What the server knows of a request and its headers do not say. */
export interface Peer {
  /** Address of the client. Only its network is looked at, and only in memory. */
  ip?: string | undefined;
}

/** What every route works with. */
export interface Workshop {
  store: Store;
  log: LogIdentity;
  tree: TreeReader;
  metrics: Metrics;
  limits: Limits;
  origins: ReadonlySet<string>;
  ownerToken: string | undefined;
  report: Reporter;
  now: () => number;
  random: () => number;
  /** Resolves once the log was found sound; tries again after a failure. */
  sound: () => Promise<void>;
}

/** Hono's generics for this application. */
export interface AppEnv {
  Bindings: Peer;
  Variables: { code: string; records: number };
}

export type Answering = Context<AppEnv>;
