// js-cookie copies and prints its attributes with `for in`: only the seven keys that choiceStore.ts lists
// as own are safe. Copy into src/storage/ to run.
import { afterEach, expect, it } from "vitest";
import { safeDocument } from "../lib/safeDocument.ts";
import { createChoiceStore } from "./choiceStore.ts";
import { readChoice } from "./readChoice.ts";

const safe = safeDocument(document);
afterEach(() => {
  safe.cookie = "consentry=; Max-Age=0; Path=/";
});

it.each<[key: string, value: unknown]>([
  ["Max-Age", "0"],
  ["Domain", "evil.example"],
  ["load", () => {}],
  ["count", 5],
])("a polluted Object.prototype.%s does not keep the choice from being stored", (key, value) => {
  Object.defineProperty(Object.prototype, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
  const store = createChoiceStore({
    document: safe,
    location,
    domain: "",
    hostOnly: false,
    _find: () => readChoice("consentry", safe),
  });
  store.read();
  store.write("v=1&id=abcdefgh", 180);
  Reflect.deleteProperty(Object.prototype, key);
  // A page that leaves now takes nothing with it.
  expect(safe.cookie).toContain("consentry=v=1&id=abcdefgh");
  expect(store.confirm()).toBe(true);
});
