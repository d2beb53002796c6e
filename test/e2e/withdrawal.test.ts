import { describe, expect, it } from "vitest";
import { archiveOn, COLLECTOR } from "../util/archive.ts";
import { codes } from "../util/codes.ts";
import { CDN, gated, leaves, serveScript } from "../util/gatedScripts.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { later } from "../util/later.ts";
import { inEveryEngine, type Visit } from "../util/visit.ts";

/** Milliseconds that the page after a reload takes to come. */
const DELAY = 1000;
const TAG = '<script src="/dist/consentry.js"></script>';
const start = (code: string): string => `${TAG}<script>Consentry.start(${code})</script>`;
const records = (page: Visit): Promise<{ event: string; text: string }[]> =>
  page.evaluate(async () =>
    (await Consentry.current!.proof.records()).map(({ event, text }) => ({ event, text })),
  );

await inEveryEngine("a withdrawal", (open, network) => {
  it("acts in its order: what is on its way stops, vendors are told, signals, then what is left is erased", async () => {
    serveScript(network, "slow", { delay: 1500 });
    const page = await open({
      library: start(`{
        controller: { name: "Acme BV" }, signals: ["google-consent-mode"],
        services: [{
          id: "stats", name: "Stats", category: "marketing", silencedBy: "revoke",
          storage: [{ name: "hits", medium: "cookie" }],
          load() { document.cookie = "hits=1; path=/"; },
          revoke() { seen.ran.push("revoke, cookie " + document.cookie.includes("hits=") +
            ", script " + document.querySelectorAll("script[src$='slow.js']").length); },
        }],
      }`),
      body: gated("marketing", `data-src="${CDN}/slow.js"`),
      head: `<script>
        window.dataLayer = [];
        dataLayer.push = (command) => {
          if (command[1] == "update") seen.ran.push(command[2].ad_storage + ", cookie " +
            document.cookie.includes("hits="));
        };
        addEventListener("DOMContentLoaded", () => document.addEventListener("consentry:withdraw", () => {
          const look = setInterval(() => {
            if (document.cookie.includes("hits=")) return;
            clearInterval(look);
            seen.ran.push("erased");
          }, 5);
        }));
      </script>`,
    });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect
      .poll(() => network.log.entries().filter(({ path }) => path == "/slow.js").length)
      .toBe(1);
    await page.evaluate(() => {
      seen.ran.length = 0;
      void Consentry.current!.withdraw();
    });
    await expect.poll(page.ran).toContain("erased");
    await later(network, page, DELAY);
    const ran = await page.ran();
    expect(ran[0]).toBe("revoke, cookie true, script 0");
    expect(ran[1]).toBe("denied, cookie true");
    expect(ran.at(-1)).toBe("erased");
    expect(ran).not.toContain("slow");
  });

  it("while a row of scripts loads: each that has not run stays unrun, the refused alone", async () => {
    for (const name of ["a", "b", "c", "d"]) serveScript(network, name, { delay: 800 });
    const page = await open({
      library: inline({ ...BASIC, reload: "never" }),
      body:
        gated("performance", `data-src="${serveScript(network, "first")}"`) +
        gated("marketing", `data-src="${CDN}/a.js"`) +
        gated("performance", `data-src="${CDN}/b.js"`) +
        gated("marketing", `async data-src="${CDN}/c.js"`) +
        gated("marketing", 'data-after="lib"', leaves("after")) +
        gated("performance", `id="lib" data-src="${CDN}/d.js"`) +
        gated("performance", "", leaves("last")),
    });
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.ran).toEqual(["first"]);
    await page.evaluate(() => Consentry.current!.save({ marketing: false }));
    await expect.poll(page.ran).toEqual(["first", "b", "d", "last"]);
    await page.settle();
    expect(await page.ran()).toEqual(["first", "b", "d", "last"]);
  });

  it("leaves what another permitted service still uses, and what is marked to be kept", async () => {
    const page = await open({
      library: inline({
        ...BASIC,
        reload: "never",
        services: [
          {
            id: "one",
            name: "One",
            category: "marketing",
            storage: [
              { name: "own_*", medium: "cookie" },
              { name: "shared", medium: "cookie" },
              { name: "optout", medium: "cookie", keep: true },
              { name: "shared", medium: "localStorage" },
            ],
          },
          {
            id: "two",
            name: "Two",
            category: "performance",
            storage: [{ name: "shared", medium: "cookie" }],
          },
        ],
      }),
      body: gated(
        "one",
        "",
        `for (const name of ["own_1", "shared", "optout", "strangers"]) document.cookie = name + "=1; path=/";
        localStorage.setItem("shared", "1"); localStorage.setItem("strangers", "1");`,
      ),
    });
    await page.choose("accept-all");
    await expect.poll(async () => (await page.stored()).cookies).toContain("own_1");
    await page.evaluate(() => void Consentry.current!.withdraw("one"));
    await expect.poll(page.stored).toMatchObject({
      cookies: ["consentry", "optout", "shared", "strangers"],
      local: ["strangers"],
    });
    // Without the other service nobody uses it any more.
    await page.evaluate(() => void Consentry.current!.withdraw());
    await expect
      .poll(async () => (await page.stored()).cookies)
      .toEqual(["consentry", "optout", "shared", "strangers"].filter((name) => name != "shared"));
  });

  it("looks again where a vendor writes once more", async () => {
    const page = await open({
      library: inline({
        ...BASIC,
        reload: "never",
        services: [
          {
            id: "stubborn",
            name: "Stubborn",
            category: "marketing",
            storage: [
              { name: "again", medium: "cookie" },
              { name: "again", medium: "sessionStorage" },
            ],
          },
        ],
      }),
      body: gated(
        "stubborn",
        "",
        `document.cookie = "again=1; path=/";
        document.addEventListener("consentry:withdraw", () => setTimeout(() => {
          document.cookie = "again=2; path=/";
          sessionStorage.setItem("again", "2");
          seen.ran.push("rewritten");
        }, 700));`,
      ),
    });
    await page.choose("accept-all");
    await expect.poll(async () => (await page.stored()).cookies).toContain("again");
    await page.evaluate(() => void Consentry.current!.withdraw());
    await expect.poll(page.ran).toEqual(["rewritten"]);
    await expect.poll(page.stored).toMatchObject({ cookies: ["consentry"], session: [] });
    expect(await codes(page)).not.toContain("not-erasable");
  });

  it("tells the site, and shows the visitor, what script cannot erase", async () => {
    const page = await open({
      library: inline({
        ...BASIC,
        reload: "never",
        services: [
          {
            id: "server",
            name: "Server",
            category: "marketing",
            storage: [
              { name: "sid", medium: "cookie", httpOnly: true },
              { name: "theirs", medium: "cookie", party: "third" },
              { name: "mine", medium: "cookie" },
            ],
          },
        ],
      }),
      body: gated("server", "", 'document.cookie = "mine=1; path=/"'),
    });
    await page.choose("accept-all");
    await expect.poll(async () => (await page.stored()).cookies).toContain("mine");
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await page.choose("withdraw-all");
    await expect.poll(() => codes(page), { timeout: 12_000 }).toContain("not-erasable");
    const told = await page.evaluate(() => {
      const messages: string[] = [];
      Consentry.current!.on("problem", ({ code, message }) => {
        if (code == "not-erasable") messages.push(message);
      })();
      return messages.join();
    });
    expect(told).toMatch(/sid, theirs/);
    expect(told).not.toContain("mine");
    await page.evaluate(() => Consentry.current!.show("preferences"));
    const shown = (): Promise<string> =>
      page.evaluate(
        () => document.querySelector("[data-consentry]")!.shadowRoot!.textContent ?? "",
      );
    await expect.poll(shown).toMatch(/sid/);
    expect(await shown()).toMatch(/theirs/);
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
          await expect.poll(() => page.ran().catch(() => null)).toEqual([]);
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
