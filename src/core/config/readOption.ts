import { own } from "../../lib/own.ts";
import { safeUrl } from "../../lib/safeUrl.ts";
import type { Note } from "../problems/problem.ts";

/** Reads options of one configuration; what does not fit is noted, and the default is used. */
export interface OptionReader {
  text(key: string): string;
  /** An address that a link or a request may carry. */
  url(key: string): string;
  flag(key: string): boolean;
  /** One of the values; the first is the default. */
  oneOf<Value extends string>(key: string, ...values: [Value, ...Value[]]): Value;
}

export function readOption(input: unknown, note: Note): OptionReader {
  const read = <T>(key: string, fallback: T, fits: (value: unknown) => unknown): T => {
    const value = own(input, key);
    if (value === undefined || fits(value)) return (value as T) ?? fallback;
    note("wrong-type", key);
    return fallback;
  };
  const text = (key: string): string => read(key, "", (value) => typeof value == "string");
  return {
    text,
    url(key) {
      const value = text(key);
      if (value && !safeUrl(value)) note("bad-url", key);
      return safeUrl(value);
    },
    flag: (key) => read(key, false, (value) => typeof value == "boolean"),
    oneOf: (key, ...values) =>
      read(key, values[0], (value) => (values as unknown[]).includes(value)),
  };
}
