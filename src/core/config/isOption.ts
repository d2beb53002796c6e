import type { Options } from "./options.ts";

/** Every option there is. As strings: the build shortens names of properties, `hostOnly` among them. */
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

/** Whether there is an option of that name. */
export function isOption(name: string): boolean {
  return (KNOWN as readonly Complete[]).includes(name);
}
