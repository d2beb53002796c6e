import { describe, expect, it } from "vitest";
import { parseConfig } from "./parseConfig.ts";

const bare: unknown = Object.create(null);
const trap = (): never => {
  throw new Error("trap");
};
const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const acme = (options: object) => ({ controller: { name: "Acme BV" }, ...options });
const service = (fields: object) =>
  acme({ services: [{ id: "stats", category: "performance", ...fields }] });

describe("never throws", () => {
  it.each<[what: string, input: unknown]>([
    ["a name from JSON", JSON.parse('{"controller":{"name":{"toString":1,"valueOf":1}}}')],
    ["a category from JSON", acme({ categories: JSON.parse('[{"toString":1,"valueOf":1}]') })],
    ["a basis from JSON", service(JSON.parse('{"basis":{"toString":1,"valueOf":1}}'))],
    ["days that are a symbol", acme({ days: Symbol("x") })],
    ["days without a prototype", acme({ days: bare })],
    ["a signal without a prototype", acme({ signals: [bare] })],
    ["a basis that is a symbol", service({ basis: Symbol("x") })],
    ["a category that throws", acme({ services: [{ id: "a", category: { toString: trap } }] })],
    ["findings that are none", service({ findings: [null] })],
    ["findings without a place", service({ findings: [{ code: "wrong-type", at: bare }] })],
    ["a revoked configuration", revoked({})],
    ["revoked categories", acme({ categories: revoked([]) })],
    ["revoked services", acme({ services: revoked([]) })],
    ["revoked storage", service({ storage: revoked([]) })],
    ["categories whose reading throws", acme({ categories: new Proxy([], { get: trap }) })],
    ["services whose reading throws", acme({ services: new Proxy([], { get: trap }) })],
    ["hosts whose reading throws", service({ hosts: new Proxy([], { get: trap }) })],
    [
      "a list with a getter that throws",
      acme({ services: Object.defineProperty([1], 0, { get: trap }) }),
    ],
  ])("by %s", (_what, input) => {
    expect(() => parseConfig(input)).not.toThrow();
  });
});
