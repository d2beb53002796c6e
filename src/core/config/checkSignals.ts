import { attempt } from "../../lib/attempt.ts";
import { keysOf } from "../../lib/keysOf.ts";
import { listOf } from "../../lib/listOf.ts";
import { own } from "../../lib/own.ts";
import type { Note } from "../problems/problem.ts";

/** More signals than there are. */
const MOST = 50;

/** A signal is an id, one that was made, or in a map an id with its options. */
export function checkSignals(signals: unknown, note: Note): void {
  const list = listOf(signals, MOST);
  if (signals !== undefined && signals !== Object(signals)) note("wrong-type", "signals");
  list?.forEach((signal, index) => {
    const isMade = typeof own(signal, "id") == "string" && hasCalls(signal);
    if (typeof signal != "string" && !isMade) note("wrong-type", `signals[${index}]`);
  });
  if (list) return;
  for (const id of keysOf(signals)) {
    const options = own(signals, id);
    if (options !== Object(options) || listOf(options, 0)) note("wrong-type", `signals.${id}`);
  }
}

function hasCalls(signal: unknown): boolean {
  // Also of a class, whose calls it does not own.
  const call = (name: string): unknown =>
    attempt((): unknown => Reflect.get(Object(signal) as object, name));
  return typeof call("start") == "function" && typeof call("update") == "function";
}
