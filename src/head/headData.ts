import type { HeadFacts } from "../core/choice/headFacts.ts";
import type { Signal } from "../core/config/parts.ts";

/** What the inline head knows of a site: worked out when it was generated. */
export interface HeadData extends HeadFacts {
  /** Name of the cookie, with the sign that ends it. */
  name: string;
  signals: readonly Signal[];
}

/** What the head leaves for the script that takes over. */
export interface HeadMark {
  /** Started, with their defaults queued. */
  signals: readonly Signal[];
  /** The stored texts whose choice the signals were told, or undefined where they were told none. */
  told: string | undefined;
  /** The page's scripts that it has released, or is about to. */
  early: WeakSet<Element>;
}

/** What the head left on the window, if it was there. */
export function headMark(window: object): HeadMark | undefined {
  return (window as { [KEY]?: HeadMark })[KEY];
}

export const KEY: unique symbol = Symbol.for("consentry.head");
