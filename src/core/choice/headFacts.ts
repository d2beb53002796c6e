import { NECESSARY, type GateConfig } from "../config/config.ts";
import { unusedBySite } from "../config/unusedBySite.ts";
import { fingerprint } from "./fingerprint.ts";
import { optionalCategories } from "./optionalCategories.ts";

/** What reading a stored choice by `readPermits` needs of a configuration. */
export interface HeadFacts {
  days: number;
  /** Fits the text of a choice that counts in full; finds its date (seconds), what it permits and refuses. */
  text: RegExp;
  /**
   * Each optional category by itself; each service with its category, with `necessary`, or with nothing
   * where it runs until someone objects.
   */
  ids: readonly (readonly [id: string, parent?: string])[];
}

/** Works out what the head must know of a site; `text` as the source of its expression. */
export function headFacts(config: GateConfig): Omit<HeadFacts, "text"> & { text: string } {
  const asked = optionalCategories(config);
  const idle = unusedBySite(config);
  // One that only a mark uses may not have been asked for.
  const isIdle = (id: string): boolean => idle.includes(id);
  const prints = asked.map((id, index) => {
    const later = asked.slice(index + 1);
    const sign = !later.length ? "" : later.every(isIdle) ? "(?:\\+|$)" : "\\+";
    const print = `${id}\\.${fingerprint(config, id)}${sign}`;
    return isIdle(id) ? `(?:${print})?` : print;
  });
  // As `decodeCookie` reads it, but for what must be so that it counts here.
  const text = `v=1&id=(?:[\\w-]{8,64}|(?=.+yes=&))&t=(\\d{1,11})&r=${config.revision}&yes=([\\w+-]*)&no=([\\w+-]*)`;
  return {
    days: config.days,
    text: `^${text}&f=(${prints.join("")})$`,
    ids: [
      ...asked.map((id) => [id] as const),
      ...config.services.map(({ id, basis, category }) => {
        const interest = basis == "legitimate-interest";
        return [id, basis == NECESSARY ? NECESSARY : interest ? "" : category] as const;
      }),
    ],
  };
}
