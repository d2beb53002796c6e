import type { HeadFacts } from "../core/choice/headFacts.ts";
import type { Signal } from "../core/config/parts.ts";

/** What the inline head knows of a site: worked out when it was generated. */
export interface HeadData extends HeadFacts {
  /** Name of the cookie, with the sign that ends it. */
  name: string;
  signals: readonly Signal[];
}

/** What the head must know besides to show the banner in the HTML, and to keep an answer to it. */
export interface HeadBannerData extends HeadData {
  css: string;
  /** What follows the value of the cookie. */
  cookie: string;
  /** Asks for the files that an answer needs, in the language of the banner; the nonce is that of the head's own script. */
  ask?(language: string, nonce: string): void;
}

/** What the head shows, and what was answered before the library came. */
export interface EarlyBanner {
  /** While it is on show. */
  readonly element?: HTMLElement;
  /**
   * Resolves when the page has painted its first frame, or will not soon: what no one sees waits for it. Absent in a cached
   * page, whose head an earlier build made.
   */
  readonly painted?: Promise<void>;
  /** From now on the head answers no click. Gives what the cookie should say, `open-preferences`, or nothing. */
  take(): string;
}

/** What the head leaves for the script that takes over. */
export interface HeadMark {
  /** Started, with their defaults queued. */
  signals: readonly Signal[];
  /** The stored texts whose choice the signals have heard, or none where they have heard none. */
  told?: string | undefined;
  /** The page's scripts that it has released, or is about to. */
  early: WeakSet<Element>;
  /** Where the visitor is asked by it. */
  banner?: EarlyBanner | undefined;
}

/** What the head left on the window, if it was there. */
export function headMark(window: object): HeadMark | undefined {
  return (window as { [KEY]?: HeadMark })[KEY];
}

export const KEY: unique symbol = Symbol.for("consentry.head");
