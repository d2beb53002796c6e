import { describe, expect, it } from "vitest";
import { archiveOn, COLLECTOR } from "../util/archive.ts";
import { gated } from "../util/gatedScripts.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { pageLoads } from "../util/pageLoads.ts";
import { inEveryEngine, type Visit } from "../util/visit.ts";

const records = (page: Visit): Promise<{ event: string; text: string }[]> =>
  page.evaluate(async () =>
    (await Consentry.current!.proof.records()).map(({ event, text }) => ({ event, text })),
  );
/** Marks the page on show, which may stand for a while after the next one was asked for. */
const markOld = (page: Visit): Promise<void> =>
  page.evaluate(() => void Object.assign(window, { isOld: true }));
const started = (page: Visit): Promise<boolean> =>
  page.evaluate(() => !("isOld" in window) && !!globalThis.Consentry?.current);

await inEveryEngine("a withdrawal that reloads, or does not", (open, network) => {
  it("reloads once its record is on disk, however slow the disk is", async () => {
    const page = await open({
      library: inline({
        ...BASIC,
        services: [{ id: "stats", name: "Stats", category: "performance", silencedBy: "reload" }],
      }),
      body: gated("stats", "", 'seen.ran.push("ran")'),
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    await expect.poll(async () => (await records(page)).length).toBe(1);
    // The page's own code keeps the database busy until a while after the rest of the withdrawal.
    await page.evaluate(
      () =>
        new Promise((held) => {
          let isBusy = true;
          const end = (): unknown => setTimeout(() => (isBusy = false), 700);
          document.addEventListener("consentry:withdraw", end);
          indexedDB.open("consentry").onsuccess = ({ target }) => {
            const db = (target as IDBOpenDBRequest).result;
            const store = db.transaction("records", "readwrite").objectStore("records");
            const ask = (): void => {
              if (isBusy) store.count().onsuccess = ask;
              held(null);
            };
            ask();
          };
        }),
    );
    network.log.clear();
    await markOld(page);
    await page.evaluate(() => void Consentry.current!.withdraw());
    await expect.poll(() => pageLoads(network.log)).toBe(1);
    await expect.poll(() => started(page).catch(() => false)).toBe(true);
    const events = (await records(page)).map(({ event }) => event);
    expect(events).toEqual(["given", "withdrawn"]);
  });

  describe.each(["auto", "always", "never"])("with reload %s", (reload) => {
    it("seals the record, sends it without the next page's help, erases what was left, and reloads where it should", async () => {
      const archive = archiveOn(network);
      const library = (silencedBy: string): string =>
        inline({
          ...BASIC,
          collector: COLLECTOR,
          reload,
          services: [
            {
              id: "stats",
              name: "Stats",
              category: "performance",
              silencedBy,
              storage: [{ name: "hits", medium: "cookie" }],
            },
          ],
        });
      const body = gated("stats", "", 'document.cookie = "hits=1; path=/"; seen.ran.push("ran")');
      for (const silencedBy of ["revoke", "reload"]) {
        // What the page before had sent may come once more, where it did not hear the answer: a duplicate.
        const earlier = archive.stored.length;
        const stored = (): string[] => archive.stored.slice(earlier);
        const page = await open({
          library: library(silencedBy),
          body,
        });
        await page.choose("accept-all");
        await expect.poll(page.ran).toEqual(["ran"]);
        await expect.poll(() => stored().length).toBe(1);
        network.log.clear();
        // The next page comes once the record has: it was the page that goes that sent it.
        network.route("https://www.shop.test/", async () => {
          await expect.poll(() => stored().length).toBe(2);
          return html({ library: library(silencedBy), body });
        });
        await markOld(page);
        await page.evaluate(() => void Consentry.current!.withdraw());
        await expect.poll(() => stored().length).toBe(2);
        // Without a call of its own nothing silences a script that ran, whatever is declared.
        const reloads = reload != "never";
        const visits = (): number[] =>
          network.log
            .entries()
            .flatMap(({ kind, path }, at) => (kind == "request" && path == "/" ? [at] : []));
        await expect.poll(() => visits().length).toBe(reloads ? 1 : 0);
        await page.settle();
        expect(visits()).toHaveLength(reloads ? 1 : 0);
        if (reloads) {
          await expect.poll(() => started(page).catch(() => false)).toBe(true);
          expect(await page.ran()).toEqual([]);
          // The page that came asked without the vendor's cookie.
          expect(network.log.entries()[visits()[0]!]!.cookie).not.toContain("hits=");
        }
        expect(stored().map((text) => (JSON.parse(text) as { event: string }).event)).toEqual([
          "given",
          "withdrawn",
        ]);
        // In whatever order: a database that opens late has its record in the store that stands in.
        const kept = (await records(page)).map(({ text }) => text);
        expect(kept.toSorted()).toEqual(stored().toSorted());
        await expect.poll(async () => (await page.stored()).cookies).toEqual(["consentry"]);
        expect(await page.view()).not.toBe("banner");
        await page.close();
      }
    });
  });
});
