import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { bundleWorker } from "../edge/bundleWorker.ts";
import { VISITORS } from "../edge/visitors.ts";

/** What hosts at the edge resolve packages by. Sources: `wrangler`, Next.js's edge runtime, Nitro's presets. */
const HOSTS: readonly (readonly string[])[] = [
  ["workerd", "worker", "browser"],
  ["workerd", "node"],
  ["edge-light", "worker"],
  ["edge-light", "node"],
  ["deno"],
  ["netlify"],
];

describe.each(HOSTS.map((one) => [one.join(", "), one] as const))(
  "an edge server that resolves packages by %s",
  (_names, conditions) => {
    it("reads the choice, guards calls and makes the policy, without a file or a module of Node.js", async () => {
      const { code, imports } = await bundleWorker(conditions, "iife");
      expect(imports).toEqual([]);
      // Nothing of Node.js's own is there.
      const globals = { Request, Response, Headers, URL, TextEncoder, TextDecoder, atob, btoa, crypto };
      const world = createContext({ ...globals });
      runInContext(code, world);
      for (const [who, cookie, permitted] of VISITORS) {
        const told = (await runInContext(`worker.ask(${JSON.stringify(cookie)})`, world)) as Record<
          string,
          unknown
        >;
        expect([who, told["guard"], told["astro"], told["nuxt"]]).toEqual([
          who,
          permitted,
          permitted[0],
          false,
        ]);
        expect(told["caches"]).toMatch(/private/);
        expect(String(told["policy"]).includes("stats.vendor.test"), who).toBe(permitted[0]);
      }
    });
  },
);
