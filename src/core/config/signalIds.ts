import { own } from "../../lib/own.ts";

/** Ids of the signals that a site asks for, given by id or ready made. What is neither is left out. */
export function signalIds(signals: readonly unknown[]): string[] {
  return signals
    .map((signal) => own(signal, "id") ?? signal)
    .filter((id): id is string => typeof id == "string");
}
