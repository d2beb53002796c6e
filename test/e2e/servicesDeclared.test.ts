import { expect, it } from "vitest";
import { declared } from "../contract/calls/declared.ts";
import { services } from "../contract/catalogue.ts";
import { show } from "../contract/fakePage.ts";
import { standInAnswer, standInScript } from "../pages/standIn.ts";
import { deviceAfter } from "../util/deviceAfter.ts";
import { BASIC, inline } from "../util/html.ts";
import { pageLoads } from "../util/pageLoads.ts";
import { soon } from "../util/soon.ts";
import { inOneEngine, NOTHING, type Visit } from "../util/visit.ts";

// Every service of the catalogue that the page's own markup starts: frames, scripts and styles that
// wait, and what is necessary, which never does.

const all = services.flatMap(({ id, make }) => {
  const markup = declared[id];
  return markup ? [{ id, service: make(), markup }] : [];
});
const consented = all.filter(({ service }) => service.category != "necessary");
const library = (id: string, category: string): string =>
  inline({ ...BASIC, categories: [category], services: { [id]: {} } });

/** How the placeholder's host stands in the page. */
const placeholder = (page: Visit): Promise<string | null> =>
  page.evaluate(() => {
    const host = document.querySelector("[data-consentry-placeholder]");
    return host?.getAttribute("data-consentry-placeholder") ?? null;
  });
const address = (page: Visit): Promise<string | null> =>
  page.evaluate(() => document.querySelector("iframe")?.getAttribute("src") ?? null);
const linked = (page: Visit): Promise<string | null> =>
  page.evaluate(() => document.querySelector("link[data-consent]")?.getAttribute("href") ?? null);
const plain = (url: string): string => url.replace(/^https:\/\//, "").split("?")[0]!;

await inOneEngine("embeds of the catalogue", (open, network) => {
  for (const { id, service, markup } of consented) {
    const { frame } = markup;
    if (!frame) continue;
    it(`${id}: its frame is stood in for, loads once or with consent, and goes with it`, async () => {
      network.route(frame.split("?")[0]!, "<!doctype html><title>Embed</title>");
      const page = await open({
        library: library(id, service.category),
        body: `<iframe data-consent="${id}" data-src="${frame}" width="400" height="300" title="Embed"></iframe>`,
      });
      await soon(() => placeholder(page)).toBe(id);
      expect(page.outside()).toEqual([]);
      expect(await page.stored()).toEqual(NOTHING);
      expect(await address(page)).toBeNull();

      await soon(page.view).toBe("banner");
      await page.evaluate(() => Consentry.current!.rejectAll());
      await soon(page.view).toBe("none");
      await page.choose("load-once");
      await soon(page.calls).toEqual([`GET ${plain(frame)}`]);
      await soon(() => placeholder(page)).toBeNull();
      expect((await page.choice())?.get("yes")).toBe("");

      await page.evaluate(() => Consentry.current!.acceptAll());
      await soon(async () => (await page.choice())?.get("yes")).not.toBe("");
      network.log.clear();
      await page.evaluate((one) => Consentry.current!.withdraw(one), id);
      await soon(() => placeholder(page)).toBe(id);
      expect(await address(page)).toBeNull();
      expect(page.outside()).toEqual([]);

      await page.evaluate((one) => Consentry.current!.save({ [one]: true }), id);
      await soon(page.calls).toEqual([`GET ${plain(frame)}`]);
      // A frame is taken away: no reload.
      expect(pageLoads(network.log)).toBe(0);
      expect(await page.errors()).toEqual([]);
      network.log.clear();
    });
  }

  for (const { id, service, markup } of consented) {
    const { script, style } = markup;
    const url = script ?? style;
    if (!url) continue;
    const reloads = service.silencedBy != "revoke" && !!script;
    it(`${id}: its ${script ? "script" : "style"} waits in the page's markup, and goes ${reloads ? "with a reload" : "without one"}`, async () => {
      const stand = standInScript(service, markup, []);
      network.route(
        url.split("?")[0]!,
        script ? standInAnswer(stand) : { headers: { "content-type": "text/css" } },
      );
      const page = await open({
        library: library(id, service.category),
        body: script
          ? `<script type="text/plain" data-consent="${id}" data-src="${script}"></script>`
          : `<link data-consent="${id}" rel="stylesheet" data-href="${style}">`,
      });
      const visits = () => pageLoads(network.log);
      const told = () => page.evaluate(() => window.standIn?.look().calls ?? []);
      await soon(page.view).toBe("banner");
      expect(page.outside()).toEqual([]);
      expect(await page.stored()).toEqual(NOTHING);

      await page.evaluate(() => Consentry.current!.acceptAll());
      await soon(page.calls).toEqual([`GET ${plain(url)}`]);
      const traces = script ? service : { ...service, storage: [] };
      // What is still on its way when it is withdrawn never runs: nothing to reload for.
      if (script) await soon(() => page.evaluate(() => Boolean(window.standIn))).toBe(true);
      await soon(page.stored).toEqual(deviceAfter(traces, "consent"));

      network.log.clear();
      await page.evaluate(() => void Consentry.current!.withdraw());
      await soon(async () => (await page.choice())?.get("yes")).toBe("");
      if (!reloads) await soon(told).toEqual(show(markup.revoked ?? []));
      await soon(page.stored).toEqual(deviceAfter(traces, "withdrawal"));
      await soon(visits).toBe(reloads ? 1 : 0);
      // The page may be going just now.
      await soon(() => page.evaluate(() => Consentry.current?.state.status)).toBe("decided");
      expect(await linked(page)).toBeNull();
      expect(page.outside()).toEqual([]);

      await page.evaluate(() => Consentry.current!.acceptAll());
      // A browser may have kept a style sheet for as long as the page lives.
      if (style) await soon(() => linked(page)).toBe(style);
      else if (reloads) await soon(page.calls).toEqual([`GET ${plain(url)}`]);
      else await soon(told).toEqual(show([...(markup.revoked ?? []), ...(markup.granted ?? [])]));
      expect(visits()).toBe(reloads ? 1 : 0);
      expect(await page.errors()).toEqual([]);
      network.log.clear();
    });
  }
});

await inOneEngine("what is necessary", (open, network) => {
  for (const { id, service, markup } of all.filter((one) => one.service.category == "necessary")) {
    it(`${id}: is declared, never gated, and keeps what it stored`, async () => {
      const { script = "" } = markup;
      if (script)
        network.route(script.split("?")[0]!, standInAnswer(standInScript(service, markup, [])));
      // What a server sets comes with the page; script cannot see it.
      const served = service.storage.filter(({ httpOnly }) => httpOnly).map(({ name }) => name);
      const page = await open(
        {
          library: library(id, "performance"),
          body:
            script &&
            `<script type="text/plain" data-consent="${id}" data-src="${script}"></script>`,
        },
        served[0] ? { headers: { "set-cookie": `${served[0]}=1; Path=/; Secure; HttpOnly` } } : {},
      );
      await soon(page.view).toBe("banner");
      expect(await page.evaluate((one) => Consentry.current!.permits(one), id)).toBe(true);
      await soon(page.calls).toEqual(script ? [`GET ${plain(script)}`] : []);
      if (!script) {
        // It was there before: the network's own cookies, an earlier tool's choice.
        await page.evaluate(standInScript(service, markup, []) as never);
      }
      await page.evaluate(() => Consentry.current!.rejectAll());
      await soon(page.stored).toEqual(deviceAfter(service, "consent"));
      await page.evaluate(() => void Consentry.current!.withdraw());
      await soon(page.stored).toEqual(deviceAfter(service, "consent"));
      expect(await page.evaluate((one) => Consentry.current!.permits(one), id)).toBe(true);
      const names = (await page.cookies()).map(({ name }) => name);
      for (const name of served.slice(0, 1)) expect(names).toContain(name);
      expect(await page.errors()).toEqual([]);
      network.log.clear();
    });
  }
});
