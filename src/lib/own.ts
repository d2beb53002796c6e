import { attempt } from "./attempt.ts";

/**
 * Reads an own property of an unknown value. A page's polluted prototype (`Object.prototype.x`)
 * must not become configuration, and a getter that throws must not stop the page.
 */
export function own(value: unknown, key: string): unknown {
  // Nothing is owned by null either: asking it throws. A hostile getter or proxy: the same as absent.
  return attempt<unknown>(() =>
    typeof value == "object" && Object.hasOwn(value!, key)
      ? (value as Record<string, unknown>)[key]
      : undefined,
  );
}
