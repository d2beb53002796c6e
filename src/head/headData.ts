import { NECESSARY, type GateConfig } from "../core/config/config.ts";
import { fingerprint } from "../core/choice/fingerprint.ts";
import type { Signal } from "../core/config/parts.ts";

/** What the inline head knows of a site: worked out when it was generated. */
export interface HeadData extends HeadFacts {
  /** Name of the cookie, with the sign that ends it. */
  name: string;
  signals: readonly Signal[];
}

export interface HeadFacts {
  days: number;
  /** Fits the text of a choice that counts in full; finds its date (seconds), what it permits and refuses. */
  text: RegExp;
  /**
   * Each optional category with itself; each service with its category, with `necessary`, or with nothing
   * where it runs until somebody objects.
   */
  ids: readonly (readonly [id: string, parent: string])[];
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

/** Works out what the head must know of a site; `text` as the source of its expression. */
export function headFacts(config: GateConfig): Omit<HeadFacts, "text"> & { text: string } {
  const asked = config.categories.filter((id) => id != NECESSARY);
  const prints = asked.map((id) => `${id}\\.${fingerprint(config, id)}`);
  // As `decodeCookie` reads it, but for what must be so that it counts here.
  const text = `v=1&id=[\\w-]{8,64}&t=(\\d{1,11})&r=${config.revision}&yes=([\\w+-]*)&no=([\\w+-]*)`;
  return {
    days: config.days,
    text: `^${text}&f=${prints.join("\\+")}$`,
    ids: [
      ...asked.map((id) => [id, id] as const),
      ...config.services.map(({ id, basis, category }) => {
        const interest = basis == "legitimate-interest";
        return [id, basis == NECESSARY ? NECESSARY : interest ? "" : category] as const;
      }),
    ],
  };
}
