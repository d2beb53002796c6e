import type { HeaderBag } from "./headerBag.ts";

/** The headers of an answer of the Web platform. */
export function webBag(headers: Headers): HeaderBag {
  return {
    get: (name) => headers.get(name),
    set: (name, value) => headers.set(name, value),
    delete: (name) => headers.delete(name),
    names: () => [...headers.keys()],
  };
}
