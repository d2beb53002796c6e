import { own } from "../../lib/own.ts";

/** The options that a site gives a signal, where its `signals` are a map; undefined where it gives none. */
export function signalOptions(options: unknown, id: string): object | undefined {
  const given = own(own(options, "signals"), id);
  return given === Object(given) ? (given as object) : undefined;
}
