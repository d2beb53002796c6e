import type { ServiceContext } from "../../src/core/config/service.ts";
import { installVendor } from "./installVendor.ts";

type Page = ServiceContext["window"];

/** A page without a browser: a bare window, and a record of what a service asked for. */
export interface FakePage {
  context: ServiceContext;
  window: Page;
  /** Scripts asked for, in order. */
  scripts: { url: string; attributes: Record<string, string> }[];
  /** Calls of the vendor functions named in `vendor`: path, then arguments. */
  calls: unknown[][];
  /** Makes the next script fail, as a blocked or cancelled one does. */
  failNext(): void;
  /** The page's `load` event. */
  loaded(): void;
  /** Puts up recording functions under dotted paths. */
  install(paths: readonly string[]): void;
}

/**
 * @param vendor Functions that the vendor's script brings, as dotted paths (`fbq.callMethod`).
 * @param returns What they give back, by path.
 */
export function fakePage(
  vendor: readonly string[] = [],
  returns: Readonly<Record<string, unknown>> = {},
): FakePage {
  const window = {} as Page;
  const listeners: (() => void)[] = [];
  Object.defineProperty(window, "addEventListener", {
    value: (_type: string, listener: () => void) => listeners.push(listener),
  });
  let fails = false;
  const page: FakePage = {
    window,
    scripts: [],
    calls: [],
    failNext() {
      fails = true;
    },
    loaded() {
      for (const listener of listeners) listener();
    },
    install(paths) {
      installVendor(window, paths, returns, page.calls);
    },
    context: {
      window,
      async script(url, attributes = {}) {
        page.scripts.push({ url, attributes });
        await Promise.resolve();
        if (fails) {
          fails = false;
          throw new Error("blocked");
        }
        page.install(vendor);
      },
    },
  };
  return page;
}

/**
 * A value as plain data, so that a queue can be compared: real `arguments` objects differ from
 * arrays, functions and arrays show the properties that vendors hang on them.
 */
export function show(value: unknown, above: readonly unknown[] = []): unknown {
  if (value !== Object(value)) return value;
  if (above.includes(value)) return "(itself)";
  const within = [...above, value];
  if (value instanceof Date) return "(date)";
  const entries = Object.entries(Object(value) as object)
    .filter(([key]) => !Array.isArray(value) || !/^\d+$/.test(key))
    .map(([key, part]) => [key, show(part, within)]);
  const named: object = Object.fromEntries(entries) as object;
  if (Object.prototype.toString.call(value) == "[object Arguments]") {
    return args(...Array.from(value as ArrayLike<unknown>, (part) => show(part, within)));
  }
  if (Array.isArray(value)) {
    const list = value.map((part) => show(part, within));
    return entries.length ? { list, ...named } : list;
  }
  if (typeof value == "function") return entries.length ? named : "(function)";
  return named;
}

/** How `show` gives a real `arguments` object. */
export function args(...values: unknown[]): { arguments: unknown[] } {
  return { arguments: values };
}
