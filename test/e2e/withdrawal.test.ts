import { expect, it } from "vitest";
import { codes } from "../util/codes.ts";
import { CDN, gated, leaves, serveScript } from "../util/gatedScripts.ts";
import { BASIC, inline } from "../util/html.ts";
import { later } from "../util/later.ts";
import { inEveryEngine } from "../util/visit.ts";

/** Milliseconds that the page after a reload takes to come. */
const DELAY = 1000;
const TAG = '<script src="/dist/consentry.js"></script>';
const start = (code: string): string => `${TAG}<script>Consentry.start(${code})</script>`;

await inEveryEngine("a withdrawal", (open, network) => {
  it("acts in its order: what is on its way stops, vendors are reported, signals, then what is left is erased", async () => {
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
    await expect.poll(() => codes(page)).toContain("not-erasable");
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
});
