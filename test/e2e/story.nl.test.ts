import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { command, fileOf } from "../util/command.ts";
import { inOneEngine, NOTHING, type Visit } from "../util/visit.ts";

const HOME = `${SITE}/examples/nl.html`;
const PRIVACY = `${SITE}/examples/privacy-nl.html`;

/** What a privacy notice promises, by the hosts of those it names. */
const ANALYTICS = /google-analytics\.com/;
const HOTJAR = /hotjar\.com/;
const REMARKETING = /doubleclick\.net/;
const UET = /bat\.bing\.com/;

await inOneEngine("a Dutch visitor and a privacy notice", (open, network) => {
  const text = (page: Visit) =>
    page.evaluate(() => document.querySelector("[data-consentry]")?.shadowRoot?.textContent ?? "");
  /** Which of the four hear of the visit. */
  const heard = (page: Visit) =>
    [ANALYTICS, HOTJAR, REMARKETING, UET].filter((host) =>
      page.calls().some((call) => host.test(call)),
    );
  const consents = (page: Visit) =>
    page.outside().flatMap(({ path, query }) => {
      const sent = new URLSearchParams(query).get("gcs");
      return path == "/g/collect" && sent ? [sent] : [];
    });
  const records = (page: Visit) =>
    page.evaluate(async () =>
      (await Consentry.current!.proof.records()).map(
        ({ event, source, language, categories, trusted }) => ({
          event,
          source,
          language,
          categories,
          trusted,
        }),
      ),
    );
  /** Opens the settings by the link that the notice names, and answers. */
  const change = async (page: Visit, ...ids: string[]): Promise<void> => {
    await page.click('a[href="#cookie-settings"]');
    await expect.poll(page.view).toBe("preferences");
    for (const id of ids) await page.flip(id);
    await page.choose("save");
  };

  it("gets what is promised: asked per purpose, changed at any time, proven", async () => {
    // Nothing happens before the choice.
    const page = await open(HOME);
    await expect.poll(page.view).toBe("banner");
    expect(await text(page)).toMatch(/Waterlijn BV wil graag cookies.*Alles weigeren/s);
    await page.settle();
    expect(page.outside()).toEqual([]);
    expect(await page.stored()).toEqual(NOTHING);

    // Performance on: Analytics and Hotjar run, remarketing and UET do not.
    await page.choose("open-preferences");
    await expect.poll(() => text(page)).toContain("Keuze opslaan");
    await page.flip("performance");
    await page.choose("save");
    await expect.poll(() => heard(page)).toEqual([ANALYTICS, HOTJAR]);
    await page.settle();
    expect(heard(page)).toEqual([ANALYTICS, HOTJAR]);
    expect(new Set(consents(page))).toEqual(new Set(["G101"]));
    const { cookies } = await page.stored();
    expect(cookies).toEqual(expect.arrayContaining(["_ga", "_hjSessionUser_123456", "consentry"]));
    expect(cookies.filter((name) => /^_(gcl|uet)/.test(name))).toEqual([]);

    // The choice holds on the next page, which tells who is involved, and shows the proof.
    network.log.clear();
    await page.goto(PRIVACY);
    await expect.poll(() => heard(page)).toEqual([ANALYTICS, HOTJAR]);
    expect(await page.view()).not.toBe("banner");
    const notice = () => page.evaluate(() => document.querySelector("main")!.textContent);
    await expect.poll(notice).toMatch(/Bewaartermijn[\s\S]*_hjSessionUser_\*[\s\S]*1 jaar/);
    await expect
      .poll(notice)
      .toMatch(/Google Ads[\s\S]*Verenigde Staten[\s\S]*_gcl_au[\s\S]*90 dagen/);
    await expect.poll(notice).toMatch(/Keuzes[\s\S]*Analyse[\s\S]*Toegestaan/);

    // Marketing on as well: remarketing and UET run, with the others.
    await page.goto(HOME);
    await page.settle();
    network.log.clear();
    await change(page, "marketing");
    await expect.poll(() => heard(page)).toEqual(expect.arrayContaining([REMARKETING, UET]));
    await expect
      .poll(async () => (await page.stored()).cookies)
      .toEqual(expect.arrayContaining(["_gcl_au", "_uetvid"]));

    // Changed later in the “Cookie-instellingen”: gone, and what they left is erased.
    await change(page, "performance", "marketing");
    await expect
      .poll(async () => (await page.choice())?.get("no"))
      .toBe("functional performance marketing");
    // What counts visits under a legitimate interest is another matter, and stays for now.
    const mine = { cookies: ["consentry", "emos_jcvid"], session: ["econda.env.Session"] };
    await expect.poll(page.stored).toEqual({ ...NOTHING, ...mine, databases: ["consentry"] });
    await page.settle();
    network.log.clear();
    await page.reload();
    await page.settle();
    expect(heard(page)).toEqual([]);
    expect(await page.stored()).toEqual({ ...NOTHING, ...mine, databases: ["consentry"] });

    // Until the visitor objects, by the link in the notice.
    await page.goto(PRIVACY);
    await expect.poll(page.calls).toContain("GET l.ecn-ldr.de/loader/loader.js");
    await page.click("[data-consent-toggle=econda]");
    await expect
      .poll(page.stored)
      .toEqual({ ...NOTHING, cookies: ["consentry"], databases: ["consentry"] });
    await page.settle();
    network.log.clear();
    await page.reload();
    await page.settle();
    expect(page.outside()).toEqual([]);

    // The log shows it, and whoever has it can check it.
    const [off, on] = [false, true];
    expect(await records(page)).toEqual(
      [
        ["given", "preferences", on, off],
        ["changed", "preferences", on, on],
        ["withdrawn", "preferences", off, off],
        ["refused", "toggle", off, off],
      ].map(([event, source, performance, marketing]) => ({
        event,
        source,
        // The objection was made in the page itself: no text of ours was on show.
        language: source == "toggle" ? "" : "nl",
        categories: { necessary: true, functional: false, performance, marketing },
        trusted: true,
      })),
    );
    const file = fileOf(
      await page.evaluate(() => Consentry.current!.proof.export()),
      "bewijs.jsonl",
    );
    expect(readFileSync(file, "utf8")).toContain("Waterlijn BV");
    expect(await command(["verify", file])).toMatchObject({ code: 0, err: "" });
    const forged = fileOf(
      readFileSync(file, "utf8").replace("withdrawn", "renewed"),
      "bewijs.jsonl",
    );
    expect((await command(["verify", forged])).code).toBe(1);
  });
});
