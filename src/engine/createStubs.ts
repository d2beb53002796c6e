import { listOf } from "../lib/listOf.ts";
import { attempt } from "../lib/attempt.ts";
import type { EngineBase } from "./engine.ts";

/** More names than this no vendor has. */
const MOST = 20;

/**
 * Puts a function that does nothing under each global that a service names in `stubs`, while it is not permitted and
 * no one has taken the name: a handler of the page that calls `gtag(…)` then goes on instead of ending in a
 * ReferenceError. What is called is kept nowhere, and calls no one back.
 *
 * Code that assigns the name takes it. From the grant on, also for what the visitor loads this time, it reads as if it
 * was not there: the vendors' own snippets do nothing where they find it taken.
 *
 * @returns looks again, once something was lost
 */
export function createStubs(base: EngineBase): () => void {
  const { _config: config, _env: env, _store: store, _end: end } = base;
  const { window } = env;
  const isPermitted = (id: string): boolean => base._permits(id) || !!store.get()._once?.(id);
  const place = (name: string, id: string): void => {
    if (isPermitted(id) || name in window) return;
    const more = { configurable: true, enumerable: true };
    const stub = createStub();
    const get = (): unknown => (isPermitted(id) ? undefined : stub);
    const set = (value: unknown): void =>
      void Object.defineProperty(window, name, { value, writable: true, ...more });
    Object.defineProperty(window, name, { get, set, ...more });
    end.signal.addEventListener("abort", () => {
      // The code that took the name keeps it.
      if (Object.getOwnPropertyDescriptor(window, name)?.get == get) {
        Reflect.deleteProperty(window, name);
      }
    });
  };
  return () => {
    for (const { id, stubs } of config.services) {
      for (const name of listOf(stubs, MOST) ?? []) attempt(() => place(String(name), id));
    }
  };
}

/** Any call of it, and of anything in it or that it gives, does nothing: `mixpanel.people.set()`, `amplitude.getInstance().logEvent()`. */
function createStub(): unknown {
  const give = (): unknown => stub;
  const stub: unknown = new Proxy(class {}, {
    // No promise, nothing to walk over, and an empty text where one is wanted.
    get: (_, key) =>
      key == "then"
        ? undefined
        : typeof key == "symbol"
          ? () => (key == Symbol.iterator ? [].values() : "")
          : stub,
    set: () => true,
    apply: give,
    construct: give as () => object,
  });
  return stub;
}
