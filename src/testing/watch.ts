import type { Options } from "../core/config/options.ts";

/** A request that the page, a frame or a worker of it began. */
export interface SeenRequest {
  /** Address that was requested. */
  url: string;
  /** Host of the address. */
  host: string;
  /** Empty where the witness does not know it. */
  method: string;
  /** What asked for it, in the witness' words: `"script"`, `"ping"` … */
  type: string;
  /** Milliseconds since 1970. */
  at: number;
  /**
   * Which page of the visit, from 1; 0 before the first.
   * A whole number.
   */
  navigation: number;
  /** Ids of the site's services that name this host. */
  services: readonly string[];
}

/** What lies on the visitor's device: names, sorted. Of cookies every host's, of the rest the page's own. */
export interface Snapshot {
  /** Cookies that the witness can see. */
  cookies: readonly { name: string; host: string; httpOnly: boolean }[];
  /** Keys of `localStorage`. */
  localStorage: readonly string[];
  /** Keys of `sessionStorage`. */
  sessionStorage: readonly string[];
  /** Names of IndexedDB databases. */
  databases: readonly string[];
  /** Names of caches. */
  caches: readonly string[];
}

/** Something that was not permitted. */
export interface Leak {
  /** Whether something was requested or stored. */
  kind: "request" | "storage";
  /** `"GET https://host/path"` without the query, or the name of what is stored. */
  name: string;
  /** Where a cookie or a request belongs; empty for storage of the page's own origin. */
  host: string;
  /** Where it is stored (`"cookie"`, `"localStorage"` …); of a request, its type. */
  medium: string;
  /** Ids of the services that declare it; empty where none does. */
  services: readonly string[];
  /**
   * Which page of the visit asked; 0 for storage.
   * A whole number.
   */
  navigation: number;
}

/** Everything has a default. */
export interface WatchOptions<
  Category extends string = string,
  ServiceId extends string = string,
  Named extends string = string,
> {
  /**
   * The configuration that the page starts with. Its services say whose a request is, and which may run
   * without a choice. Its `services` must be a list, as from `consentry/services/<id>`.
   */
  site?: Options<Category, ServiceId, Named>;
  /** Hosts of your own beside the first page's (with or without `www.`), `*.` for any subdomain. */
  own?: readonly string[];
  /** What is necessary and no service declares: hosts, and names of cookies or keys (`*` for any run). */
  allow?: { hosts?: readonly string[]; storage?: readonly string[] };
  /** After this many milliseconds without a new address the page counts as quiet. Default 500. */
  quiet?: number;
}

/** How a visitor decides: a button of the banner, or your own code. */
export type Choosing = "accept-all" | "reject-all" | (() => unknown);

/** A witness. It sees what happens from its making on; what lay there before is not held against the page. */
export interface Watch<Id extends string = string> {
  /** Requests so far, oldest first; `data:` and `blob:` are none. */
  requests(): readonly SeenRequest[];
  /** What lies on the device now. */
  snapshot(): Promise<Snapshot>;
  /** Waits until no new address has been asked for a while, at most ten seconds. */
  settle(): Promise<void>;
  /**
   * What was requested so far, and is stored now, that only the ids named (services or categories)
   * could permit. Services on the basis `necessary` are always permitted.
   *
   * @param permitted ids; default none
   */
  leaks(...permitted: Id[]): Promise<Leak[]>;
  /**
   * Waits until the page is quiet; throws a `LeakError` when there are leaks.
   *
   * @param permitted ids; default none
   */
  expectOnly(...permitted: Id[]): Promise<void>;
  /**
   * Looks around as a visitor does who has not decided, waits until the page is quiet, and throws a
   * `LeakError` where anything was requested or stored that needs consent. Then makes the decision, if
   * one is given, and waits until it is stored.
   */
  expectNothingBefore(decision?: Choosing): Promise<void>;
  /** Forgets the requests so far. */
  clear(): void;
  /** Stops watching. */
  stop(): void;
}
