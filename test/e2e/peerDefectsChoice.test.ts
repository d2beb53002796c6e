import { expect, it } from "vitest";
import { gated, leaves } from "../util/gatedScripts.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { missingFile } from "../util/missingFile.ts";
import { inOneEngine, NOTHING, type Visit } from "../util/visit.ts";

// What went wrong in other consent tools, each with its public source where there is one, and what
// holds here instead: the choice, and who hears of it. docs/promises.md lists all of them.

const TAG = '<script src="/dist/consentry.js"></script>';
const GATED = gated("performance", "", leaves("ran"));
const service = (id: string, category: string): object => ({ id, name: id, category, storage: [] });

/** Every consent command that Google's queue got: the value of one type, in order. */
const googleHeard = (page: Visit, type: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const { dataLayer } = globalThis as unknown as { dataLayer: [string, string, object][] };
    return dataLayer.flatMap(([command, verb, values]) =>
      command == "consent" ? [`${verb} ${(values as Record<string, string>)[wanted]}`] : [],
    );
  }, type);

await inOneEngine("the choice, where others lose it", (open, network) => {
  // A refused service ran because its name was part of a permitted one's (tarteaucitron 1.34.0, run).
  it("a service keeps its own answer, whatever its name is part of, on this page and the next", async () => {
    const ids = ["tag", "multi-tag", "tag-manager"];
    const page = await open({
      library: inline({ ...BASIC, services: ids.map((id) => service(id, "marketing")) }),
      body: ids.map((id) => gated(id, "", leaves(id))).join(""),
    });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.save({ "multi-tag": true, "tag-manager": true }));
    await expect.poll(page.ran).toEqual(["multi-tag", "tag-manager"]);
    await page.reload();
    await expect.poll(page.ran).toEqual(["multi-tag", "tag-manager"]);
    expect(await page.evaluate(() => Consentry.current!.permits("tag"))).toBe(false);
  });

  // After the first change of mind Google heard no other (tarteaucitron 1.34.0, run; #1259).
  it("Google hears each change of mind, and holds the last", async () => {
    const page = await open({
      library: inline({ ...BASIC, reload: "never", signals: ["google-consent-mode"] }),
    });
    await expect.poll(page.view).toBe("banner");
    for (const verb of ["rejectAll", "acceptAll", "rejectAll", "acceptAll", "withdraw"] as const) {
      const before = (await googleHeard(page, "ad_storage")).length;
      await page.evaluate((name) => Consentry.current![name](), verb);
      await expect
        .poll(async () => (await googleHeard(page, "ad_storage")).length)
        .toBeGreaterThan(before);
      const answer = verb == "acceptAll" ? "granted" : "denied";
      await expect
        .poll(async () => (await googleHeard(page, "ad_storage")).at(-1))
        .toBe(`update ${answer}`);
    }
    expect((await googleHeard(page, "ad_storage"))[0]).toBe("default denied");
  });

  // Two purposes answered for one of Google's types and the later one won (ethyca/fides, read).
  it("a refused service outweighs its permitted category in what Google hears", async () => {
    const page = await open({
      library: inline({ ...BASIC, services: { "google-ads": {} } }),
    });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.save({ marketing: true, "google-ads": false }));
    await expect
      .poll(async () => (await googleHeard(page, "ad_storage")).at(-1))
      .toBe("update denied");
  });

  // Scrolling counted as consent, and a cookie was written before any choice (tarteaucitron 1.34.0, run; #148).
  it("scrolling, clicking and typing on the page decide nothing and store nothing", async () => {
    const page = await open({ body: `${GATED}<p style="height: 5000px">Long</p>` });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => scrollTo(0, 4000));
    await page.click("p");
    await page.press("Tab");
    await page.press("Escape");
    await page.settle();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    expect(await page.evaluate(() => Consentry.current!.state.status)).toBe("undecided");
    expect(await page.ran()).toEqual([]);
    expect({ ...(await page.stored()), databases: [] }).toEqual(NOTHING);
  });

  // Bots and driven browsers saw no banner, so that tests never met it (orestbida/cookieconsent, PR 91).
  it("asks a crawler and a driven browser like anyone, and lets neither through", async () => {
    const page = await open({
      head: `<script>Object.defineProperty(Navigator.prototype, "userAgent", {
        get: () => "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
      })</script>`,
      body: GATED,
    });
    expect(await page.evaluate(() => navigator.webdriver)).toBe(true);
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
  });

  // A translation that did not come kept scripts shut that were permitted (vanilla-cookieconsent 3.1.0, run).
  it("what was permitted runs on the next page although no file of the interface comes", async () => {
    const page = await open({ lang: "nl", body: GATED });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    for (const file of [
      "consentry.banner.js",
      "consentry.host.js",
      "consentry.decisions.js",
      "consentry.decisions-proof.js",
      "locales/nl.js",
    ])
      missingFile(network, file);
    await page.reload();
    await expect.poll(page.ran).toEqual(["ran"]);
    expect(await page.errors()).toEqual([]);
  });

  // The event came before the state had changed (AmauriC/tarteaucitron.js#1106), or the choice was not
  // yet stored when scripts acted on it.
  it("state and cookie are true before anybody is reported", async () => {
    const page = await open({
      head: `<script>for (const name of ["change", "decision"]) {
        document.addEventListener("consentry:" + name, () => {
          const { current } = Consentry;
          if (current.state.status == "decided")
            seen.ran.push([name, current.permits("performance"), /yes=performance/.test(document.cookie)].join(" "));
        });
      }</script>`,
      body: gated(
        "performance",
        "",
        'seen.ran.push("script " + /yes=performance/.test(document.cookie))',
      ),
    });
    await page.choose("accept-all");
    await expect
      .poll(async () => (await page.ran()).toSorted())
      .toEqual(["change true true", "decision true true", "script true"]);
  });

  // Fixed category names made sites call unknown purposes “necessary” (bigcommerce/catalyst#2659).
  it("categories of a site's own gate like the usual ones", async () => {
    const page = await open({
      library: inline({ ...BASIC, categories: { research: { name: "Research" }, charity: {} } }),
      body: ["research", "charity", "performance", "unknown"]
        .map((id) => gated(id, "", leaves(id)))
        .join(""),
    });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.save({ research: true }));
    await expect.poll(page.ran).toEqual(["research"]);
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.ran).toEqual(["research", "charity"]);
    await page.settle();
    expect(await page.ran()).toEqual(["research", "charity"]);
  });

  // A second grant injected the vendor's script again (nuxt/scripts#458, #631).
  it("a vendor that is allowed again is informed, and not loaded twice", async () => {
    const page = await open({
      library: `${TAG}<script>Consentry.start({
        controller: { name: "Acme BV" },
        services: [{
          id: "stats", name: "Stats", category: "performance", storage: [], silencedBy: "revoke",
          load() { seen.ran.push("load"); }, grant() { seen.ran.push("grant"); },
          revoke() { seen.ran.push("revoke"); },
        }],
      })</script>`,
    });
    await expect.poll(page.view).toBe("banner");
    const steps = ["load"];
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.ran).toEqual(steps);
    for (const verb of ["withdraw", "acceptAll", "acceptAll", "rejectAll", "acceptAll"] as const) {
      const change = { withdraw: "revoke", rejectAll: "revoke", acceptAll: "grant" }[verb];
      if (steps.at(-1) != change) steps.push(change);
      const told = (await page.events()).filter(({ name }) => name == "decision").length;
      await page.evaluate((name) => Consentry.current![name](), verb);
      await expect
        .poll(async () => (await page.events()).filter(({ name }) => name == "decision").length)
        .toBe(told + 1);
      await expect.poll(page.ran).toEqual(steps);
    }
  });

  // A stored refusal was lost when the service list changed, and then counted as consent (c15t/c15t#1084).
  it("a refusal stays a refusal when the site's services change: asked again, nothing permitted", async () => {
    const look = (ids: string[]): string =>
      inline({ ...BASIC, services: ids.map((id) => service(id, "performance")) });
    const page = await open({ library: look(["stats"]), body: GATED });
    await page.choose("reject-all");
    await expect.poll(page.choice).not.toBeNull();
    for (const ids of [["stats", "more"], [], ["stats"]]) {
      network.route("https://www.shop.test/", html({ library: look(ids), body: GATED }));
      await page.goto("https://www.shop.test/");
      if (ids.length != 1) await expect.poll(page.view).toBe("banner");
      await page.settle();
      expect((await page.view()) == "banner").toBe(ids.length != 1);
      expect(await page.ran()).toEqual([]);
      expect(await page.evaluate(() => Consentry.current!.permits("performance"))).toBe(false);
    }
  });
});
