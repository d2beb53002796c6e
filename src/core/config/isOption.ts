import type { Options } from "./options.ts";

/** As strings: the build shortens names of properties, `hostOnly` among them. */
const KNOWN = [
  "controller",
  "policyUrl",
  "categories",
  "services",
  "revision",
  "days",
  "domain",
  "hostOnly",
  "trustNeighbours",
  "language",
  "texts",
  "layout",
  "reopenButton",
  "reload",
  "policy",
  "nonce",
  "signals",
  "migrate",
  "collector",
  "gpc",
  "ui",
  "locales",
] as const satisfies readonly (keyof Options)[];

/** Does not compile where one is forgotten. */
type Complete = Exclude<keyof Options, (typeof KNOWN)[number]> extends never ? string : never;

/** Every option there is. */
export const OPTIONS: readonly string[] = KNOWN satisfies readonly Complete[];

/** Whether there is an option of that name. */
export function isOption(name: string): boolean {
  return OPTIONS.includes(name);
}
