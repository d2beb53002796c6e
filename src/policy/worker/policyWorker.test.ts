import { expect, it } from "vitest";
import { choiceFacts } from "../../build/policy/writePolicies.ts";
import type { Options } from "../../core/config/options.ts";
import { parseGate } from "../../core/config/parseGate.ts";
import { cookieOf } from "../../../test/recipes/cookieOf.ts";
import { createPlan } from "../createPlan.ts";
import { policyWorker, type WorkerScope } from "./policyWorker.ts";

const OPTIONS: Options = {
  controller: { name: "Acme BV" },
  services: [
    { id: "ads", name: "Ads", category: "marketing", storage: [], hosts: ["ads.example"] },
  ],
};
const textOf = (marketing: boolean): string =>
  cookieOf(OPTIONS, { marketing, performance: false }).slice("consentry=".length);

/** A worker in a world whose `cookieStore` gives what `sees` gives. */
function startWorker(sees: () => string[] | null) {
  const config = parseGate(OPTIONS, () => {});
  const listeners = new Map<string, (event: never) => void>();
  const kept = new Map<string, Response>();
  const cache = {
    put: async (key: string, value: Response) => void kept.set(key, value),
    delete: async (key: string) => kept.delete(key),
    match: async (key: string) => kept.get(key)?.clone(),
  };
  const getAll = async (): Promise<{ value: string }[]> => {
    const found = sees();
    if (!found) throw new TypeError("no cookies here");
    return found.map((value) => ({ value }));
  };
  policyWorker({
    consentryPolicy: { choice: choiceFacts(config), plan: createPlan(config, {}) },
    addEventListener: (name: string, listener: (event: never) => void) =>
      void listeners.set(name, listener),
    cookieStore: { getAll },
    caches: { open: async () => cache },
    fetch: async () =>
      new Response("<!doctype html>", { headers: { "content-type": "text/html" } }),
  } as unknown as WorkerScope);
  const call = (name: string, event: object): void => listeners.get(name)!(event as never);
  return {
    tell: (consentry: unknown) => call("message", { data: { consentry }, waitUntil: () => {} }),
    /** Whether the next page may reach the vendor. */
    async opens(): Promise<boolean> {
      let answer: Promise<Response> | undefined;
      const request = { mode: "navigate", destination: "document" };
      call("fetch", { request, respondWith: (given: Promise<Response>) => (answer = given) });
      return (await answer!).headers.get("content-security-policy")!.includes("ads.example");
    },
  };
}

it("goes by what its pages say of the cookie where it sees none, and follows each change", async () => {
  for (const nothing of [() => [], () => null]) {
    const worker = startWorker(nothing);
    expect(await worker.opens()).toBe(false);
    worker.tell([textOf(true)]);
    expect(await worker.opens()).toBe(true);
    expect(await worker.opens()).toBe(true);
    worker.tell([textOf(false)]);
    expect(await worker.opens()).toBe(false);
    worker.tell([textOf(true)]);
    worker.tell([]);
    expect(await worker.opens()).toBe(false);
  }
});

it.each([
  ["two cookies", [textOf(true), textOf(true)]],
  ["what does not parse", [`${textOf(true)}x`]],
  ["no list", "yes"],
  ["a list of anything", [{}, 5, null]],
])("permits nothing by %s", async (_what, told) => {
  const worker = startWorker(() => []);
  worker.tell(told);
  expect(await worker.opens()).toBe(false);
});

it("believes its own eyes where it has any", async () => {
  let cookie = [textOf(false)];
  const worker = startWorker(() => cookie);
  worker.tell([textOf(true)]);
  expect(await worker.opens()).toBe(false);
  cookie = [];
  expect(await worker.opens()).toBe(false);
});
