import { openers } from "../lib/openers.ts";
import { ADDRESSES, WATCHED } from "./addresses.ts";
import { FILLED } from "./createGate.ts";

/**
 * What else may stand on a marked script, each with the only values that do something; none: any value. A `data-type` may
 * also be one that some other tool runs.
 */
export const SCRIPT_MARKS: Readonly<Record<string, readonly string[]>> = {
  "data-type": ["module", "importmap"],
  "data-after": [],
  "data-run": ["once", "each"],
  "data-late": ["off"],
};

const namesIn = (text: string): string[] => text.match(/data-[\w-]+/g) ?? [];

/** Every attribute that the library reads in a page. */
export const MARKS: readonly string[] = [
  ...WATCHED.filter((name) => name.startsWith("data-")),
  ...Object.keys(SCRIPT_MARKS),
  ...namesIn(FILLED + openers),
];

/** Marks without the word `consent` that do something on a marked element of this name. */
export function marksOn(tag: string): string[] {
  if (tag == "script") return ["data-src", ...Object.keys(SCRIPT_MARKS)];
  const fetching = Object.keys(ADDRESSES).filter((name) =>
    ADDRESSES[name]!.split(",").some((one) => one.split("[")[0] == tag),
  );
  return [...fetching.map((name) => `data-${name}`), "data-placeholder"];
}
