/** Why a service may run. Regulators hold storage access to consent (ePrivacy 5(3)); it is the default. */
export type Basis = "consent" | "necessary" | "legitimate-interest";

/** What a page asks a host for. `socket` is a WebSocket, `connect` is fetch, XHR, EventSource and beacons. */
export type HostKind =
  | "script"
  | "connect"
  | "socket"
  | "frame"
  | "image"
  | "style"
  | "font"
  | "media"
  | "worker"
  | "form";

/** Where a service keeps something on the visitor's device. */
export type Medium = "cookie" | "localStorage" | "sessionStorage" | "indexedDB" | "cache";

/**
 * One thing that a service stores on the visitor's device.
 * Visitors must hear what it is, and for how long (ePrivacy Directive Art. 5(3)).
 */
export interface StorageItem {
  /** Exact name, or one with `*` for any run of characters (`_ga_*`). Never a regular expression. */
  name: string;
  /** Where it is kept. */
  medium: Medium;
  /** A key of `Messages.purposes`, or the site's own words. */
  purpose: string;
  /** `"session"`, `"persistent"`, or a count and unit in English (`"13 months"`), which the UI translates. */
  lifetime: string;
  /** Who can read it. Third-party storage cannot be erased from the page. Default `"first"`. */
  party?: "first" | "third";
  /** True for what must survive a withdrawal: consent and opt-out state. */
  keep?: boolean;
  /** True where script cannot erase it (set by a server). */
  httpOnly?: boolean;
}

/** What a service's own calls may use. Given by the client, so that a service file touches no global. */
export interface ServiceContext {
  /** The page's window, where vendors keep their queues. */
  window: Window & Record<string, unknown>;
  /**
   * Loads one script: carries the nonce, goes through the Trusted Types policy. A withdrawal stops it
   * on its way; the next grant takes it up again. Resolves when it has run, rejects when it failed.
   *
   * @param url https, http or relative
   * @param attributes of the element; default none
   */
  script(url: string, attributes?: Record<string, string>): Promise<void>;
}

/**
 * A third-party (or own) system and all that is known of it. One declaration yields the gate, the
 * loader, what to erase, the row in the cookie table and the placeholder.
 */
export interface Service<Id extends string = string, Category extends string = string> {
  /** Lower-case letters, digits and hyphens; unique among services and categories. */
  id: Id;
  /** Name that a visitor reads. */
  name: string;
  /** Id of the category that it belongs to. */
  category: Category;
  /**
   * Default `"consent"`; `"necessary"` for services of the category `necessary`.
   * The bases are those of GDPR Art. 6(1).
   */
  basis?: Basis;
  /** Why it is necessary, or what the legitimate interest is. Demanded for those bases. */
  reason?: string;
  /** A key of `Messages.purposes`, or the site's own words. */
  purpose?: string;
  /** Legal name and ISO 3166 country of who provides it. */
  provider?: { name: string; country?: string };
  /** ISO 3166 countries outside the EEA that data may go to. */
  transfer?: readonly string[];
  /** Page with its privacy policy. Default: none is linked. */
  privacyUrl?: string;
  /** Hosts that it talks to, `*.` for any subdomain. */
  hosts?: readonly string[];
  /**
   * The same by kind of request, for the headers that `consentry/policy` makes. Without it a service of the catalogue
   * has the kinds that are known of it, and a host of your own answers every kind but `form` and `worker`.
   *
   * @example { script: ["cdn.chat.example"], connect: ["api.chat.example"], socket: ["live.chat.example"] }
   */
  hostsFor?: Partial<Record<HostKind, readonly string[]>>;
  /** All that it keeps on the visitor's device; an empty list where it keeps nothing. */
  storage: readonly StorageItem[];
  /** True: its vendor has ended it. It never loads, and what it left is erased at each decision. */
  ended?: boolean;
  /** Ids of the signals (Google Consent Mode …) that this service listens to. */
  signals?: readonly string[];
  /** Name of the queue that its tags read (Google's data layer). Signals that are queued there reach it too. */
  dataLayer?: string;
  /**
   * Globals of the vendor that the page's own code calls. While the service is not permitted, a function that does
   * nothing stands under each name that no one has taken, so that a handler of the page goes on.
   *
   * @example ["gtag"]
   */
  stubs?: readonly string[];
  /** Starts the service; called once a page, when it is first permitted. Absent: the page's markup starts it. */
  load?: (context: ServiceContext) => void | Promise<void>;
  /** The vendor's own call at each grant after the first on a page. */
  grant?: (context: ServiceContext) => void;
  /** The vendor's own call when consent goes; runs before anything is erased. */
  revoke?: (context: ServiceContext) => void;
  /** Whether `revoke` stops it, or only a reload does. Default `"reload"`. */
  silencedBy?: "revoke" | "reload";
}
