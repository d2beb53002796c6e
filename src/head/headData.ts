import type { HeadFacts } from "../core/choice/headFacts.ts";
import type { Signal } from "../core/config/parts.ts";

/** What the inline head knows of a site: worked out when it was generated. */
export interface HeadData extends HeadFacts {
  /** Name of the cookie, with the sign that ends it. */
  name: string;
  signals: readonly Signal[];
  /** Where the banner is in the HTML. */
  banner?: HeadBanner;
}

/** What the head must know to show the banner, and to keep an answer to it. */
export interface HeadBanner {
  css: string;
  /** What follows the value of the cookie. */
  cookie: string;
}

/** What the head shows, and what was answered before the library came. */
export interface EarlyBanner {
  readonly element: HTMLElement;
  /** From now on the head answers no click. Gives what the cookie should say, `open-preferences`, or nothing. */
  take(): string;
}

/** What the head leaves for the script that takes over. */
export interface HeadMark {
  /** Started, with their defaults queued. */
  signals: readonly Signal[];
  /** The stored texts whose choice the signals have heard, or undefined where they have heard none. */
  told: string | undefined;
  /** The page's scripts that it has released, or is about to. */
  early: WeakSet<Element>;
  /** While it stands. */
  banner?: EarlyBanner;
}

/** What the head left on the window, if it was there. */
export function headMark(window: object): HeadMark | undefined {
  return (window as { [KEY]?: HeadMark })[KEY];
}

export const KEY: unique symbol = Symbol.for("consentry.head");
