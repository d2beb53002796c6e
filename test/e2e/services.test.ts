import { expect, it } from "vitest";
import { expectations } from "../contract/calls/all.ts";
import { NOW, type Expectation } from "../contract/calls/expectation.ts";
import { services } from "../contract/catalogue.ts";
import type { Service } from "../../src/core/config/service.ts";
import { policy } from "../../src/entries/policy.ts";
import { readConsent } from "../../src/entries/server.ts";
import { cookieOf } from "../recipes/cookieOf.ts";
import { show } from "../contract/fakePage.ts";
import { SITE } from "../pages/server.ts";
import { standInAnswer, standInScript } from "../pages/standIn.ts";
import { deviceAfter } from "../util/deviceAfter.ts";
import { BASIC, inline } from "../util/html.ts";
import { pageLoads } from "../util/pageLoads.ts";
import { soon } from "../util/soon.ts";
import { inOneEngine, NOTHING, type Visit } from "../util/visit.ts";

// Every service of the catalogue that brings its own loader, in a real page, from the script tag's own
// files: what the contract suite expects on a bare page is what the vendor's stand-in must find here. Under the policy of a
// visitor who permits it, which must stop nothing of that.

/** The policy of a page whose visitor permits the service, and nothing else. */
function policyOf(service: Service): Readonly<Record<string, string>> {
  const options = { controller: { name: "Acme BV" }, services: [service] };
  const cookie = cookieOf(options, { [service.category]: true });
  return policy(readConsent(cookie, options).state, options, { inline: "all" }).headers;
}
const REPORT = `<script>
  window.blocked = [];
  addEventListener("securitypolicyviolation", ({ blockedURI }) => blocked.push(blockedURI));
</script>`;
const blocked = (page: Visit): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { blocked: string[] }).blocked);

/** Moments of this test, in milliseconds, read as the moment that the contract suite stops at. */
function timeless(value: unknown, began: number): unknown {
  if (typeof value == "number" && value >= began && value <= Date.now()) return NOW;
  if (Array.isArray(value)) return value.map((part) => timeless(part, began));
  if (value !== Object(value)) return value;
  const parts = Object.entries(value as object);
  return Object.fromEntries(parts.map(([key, part]) => [key, timeless(part, began)]));
}

/** Names of the globals that a vendor documents. */
function globalsOf({ window = {}, after = {}, vendor = [] }: Expectation): string[] {
  const roots = vendor.map((path) => path.split(".")[0]!);
  return [...new Set([...Object.keys(window), ...Object.keys(after), ...roots])];
}

/** Withdraws everything; what the vendor was told by then is kept over a reload in the tab's name. */
const withdraw = (page: Visit): Promise<void> =>
  page.evaluate(() => {
    const seen = window.standIn!;
    seen.calls.length = 0;
    document.addEventListener("consentry:withdraw", () => {
      window.name = JSON.stringify(seen.look());
    });
    void Consentry.current!.withdraw();
  });

await inOneEngine("the catalogue", (open, network) => {
  for (const { id, make } of services) {
    const expected = expectations[id];
    if (!expected) continue;
    // Its own calls; those of the signals have tests of their own.
    const options = { ...expected.options, signals: [] };
    const service = make(options);
    const reloads = service.silencedBy != "revoke";
    const globals = globalsOf(expected);
    const scripts = expected.scripts.map((script) =>
      typeof script == "string" ? ([script, {}] as const) : script,
    );
    const loads = scripts.map(([url]) => `GET ${url}`);
    const visits = () => pageLoads(network.log);

    it(`${id}: waits, starts as documented, ${reloads ? "goes with a reload" : "falls silent"}, comes back`, async () => {
      const began = Date.now();
      const script = standInScript(service, expected, globals);
      for (const [url] of scripts) network.route(url.split("?")[0]!, standInAnswer(script));
      const page = await open(
        {
          // An agent that a server injects stands there before everything else.
          head: REPORT + (expected.present ? `<script>${script}</script>` : ""),
          library: inline({
            ...BASIC,
            categories: [service.category],
            services: { [id]: options },
          }),
        },
        { headers: policyOf(service) },
      );
      const told = () => page.evaluate(() => window.standIn?.look().calls ?? []);
      const asked = () =>
        page
          .outside()
          .filter(({ kind }) => kind != "connect")
          .map(({ method, host, path, query }) => `${method} https://${host}${path}${query}`);

      // Before a decision: nothing asked, nothing stored, none of its globals.
      await soon(page.view).toBe("banner");
      expect(page.outside()).toEqual([]);
      const requests = page.requests?.() ?? [];
      expect(requests.filter((url) => !url.startsWith(`${SITE}/`))).toEqual([]);
      expect(await page.stored()).toEqual(NOTHING);
      if (!expected.present) {
        const early = (names: string[]) => names.filter((name) => name in window);
        expect(await page.evaluate(early, globals)).toEqual([]);
      }
      expect(await told()).toEqual([]);

      // Consent: its script, once; what that finds; its first calls.
      await page.evaluate(() => Consentry.current!.acceptAll());
      await soon(() => page.evaluate(() => window.standIn?.found.length)).toBe(1);
      await soon(told).toEqual(show(expected.loaded ?? []));
      expect(asked()).toEqual(loads);
      const { found, now } = await page.evaluate(() => {
        return { found: window.standIn!.found[0]!, now: window.standIn!.look().window };
      });
      for (const [, attributes] of scripts) expect(found.attributes).toMatchObject(attributes);
      const standing = timeless(expected.late ? now : found.window, began);
      expect(standing).toMatchObject(expected.window ?? {});
      await soon(page.stored).toEqual(deviceAfter(service, "consent"));

      expect(await blocked(page)).toEqual([]);

      // Withdrawal: the vendor's own call, and nothing left but what must stay.
      network.log.clear();
      await withdraw(page);
      await soon(visits).toBe(reloads ? 1 : 0);
      await soon(page.stored).toEqual(deviceAfter(service, "withdrawal"));
      const last = await page.evaluate(() => JSON.parse(window.name) as Record<string, unknown>);
      expect(last["calls"]).toEqual(show(expected.revoked ?? []));
      expect(last["window"]).toMatchObject(expected.after ?? {});
      expect(page.outside()).toEqual([]);

      // A new consent.
      await soon(() => page.evaluate(() => Consentry.current?.state.status)).toBe("decided");
      await page.evaluate(() => {
        window.standIn?.calls.splice(0);
        void Consentry.current!.acceptAll();
      });
      await soon(told).toEqual(show((reloads ? expected.loaded : expected.granted) ?? []));
      await soon(asked).toEqual(reloads ? loads : []);
      const standingAgain = () => page.evaluate(() => window.standIn?.look().window ?? {});
      await soon(standingAgain).toMatchObject((!reloads && expected.again) || {});
      expect(visits()).toBe(reloads ? 1 : 0);
      expect(await page.errors()).toEqual([]);
      expect(await blocked(page)).toEqual([]);
      network.log.clear();
    });
  }
});
