import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { codes } from "../util/codes.ts";
import { CDN, gated, leaves, serveScript } from "../util/gatedScripts.ts";
import { BASIC, inline } from "../util/html.ts";
import { missingFile } from "../util/missingFile.ts";
import { inOneEngine, NOTHING, type Visit } from "../util/visit.ts";

// docs/fail-closed.md, row by row: the files of ours that may not come.

const GATED = gated("performance", "", leaves("ran"));
const FRAME = `<iframe data-consent="marketing" data-src="${CDN}/frame" width="400" height="300"></iframe>`;

/** Nothing ran, nothing left, nothing is stored, and the page itself works. */
async function expectShut(page: Visit): Promise<void> {
  await page.settle();
  expect(await page.ran()).toEqual([]);
  expect(page.outside()).toEqual([]);
  expect({ ...(await page.stored()), databases: [] }).toEqual(NOTHING);
  expect(await page.errors()).toEqual([]);
}

await inOneEngine("a file of ours that does not come", (open, network) => {
  it("our script blocked: what is marked stays inert, no one is asked, the page works", async () => {
    network.route(`${SITE}/consent.json`, { body: JSON.stringify(BASIC) });
    network.route(`${SITE}/dist/consentry.js`, { broken: true });
    const page = await open({
      head: "<script>(window.Consentry = window.Consentry || []).push(() => seen.ran.push(1))</script>",
      library: '<script src="/dist/consentry.js" data-config="/consent.json"></script>',
      body: `${GATED}${gated("performance", `src="${serveScript(network, "external")}"`)}
        ${gated("!marketing", "", leaves("refused"))}${FRAME}
        <img data-consent="marketing" data-src="${CDN}/pixel.gif" alt="">
        <button onclick="document.title = 'clicked'">Buy</button>`,
    });
    await expectShut(page);
    expect(await page.view()).toBeNull();
    await page.click("button");
    expect(await page.evaluate(() => document.title)).toBe("clicked");
  });

  it("our script blocked for a visitor who had agreed: nothing runs either", async () => {
    const page = await open({ body: GATED });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    network.route(`${SITE}/dist/consentry.js`, { broken: true });
    await page.reload();
    await page.settle();
    expect(await page.ran()).toEqual([]);
  });

  it("the interface missing: no one is asked, nothing is permitted, it is fetched again at the next try", async () => {
    for (const gone of [["consentry.banner.js"], ["consentry.banner.js", "consentry.host.js"]]) {
      const restoring = gone.map((file) => missingFile(network, file));
      const restore = () => restoring.forEach((one) => one());
      const page = await open({ body: GATED + FRAME });
      await expect.poll(() => codes(page)).toContain("ui-unavailable");
      await expectShut(page);
      expect(await page.view()).not.toBe("banner");

      restore();
      await page.reload();
      await page.choose("accept-all");
      await expect.poll(page.ran).toEqual(["ran"]);
      await page.close();
      await page.settle();
      network.log.clear();
    }
  });

  it("what decides is missing: a click decides nothing, the visitor is asked again", async () => {
    const restore = missingFile(network, "consentry.decisions-proof.js");
    const page = await open({ body: GATED });
    await page.choose("accept-all");
    await expect.poll(() => codes(page)).toContain("ui-unavailable");
    await expectShut(page);
    expect(await page.view()).toBe("banner");

    restore();
    await page.reload();
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
  });

  it("the proof log missing: the choice counts and is kept, without a record, and that is reported", async () => {
    missingFile(network, "consentry.proof.js");
    // On a first visit it comes with what decides: both are there, or a click decides nothing.
    const page = await open({ body: GATED });
    await page.choose("reject-all");
    await expect.poll(page.choice).not.toBeNull();
    await page.reload();
    await page.evaluate(() => Consentry.current!.save({ performance: true }));
    await expect.poll(page.ran).toEqual(["ran"]);
    await expect.poll(() => codes(page)).toContain("proof-unavailable");
    expect((await page.choice())?.get("yes")).toContain("performance");
    await page.reload();
    await expect.poll(page.ran).toEqual(["ran"]);
    expect(await page.view()).not.toBe("banner");
    expect(await page.errors()).toEqual([]);
  });

  it("what sends and what reads records missing: they stay in the browser and go out on a later page", async () => {
    const stored: string[] = [];
    network.route(`${SITE}/records`, ({ body }) => {
      const { id } = JSON.parse((JSON.parse(body) as { text: string }).text) as { id: string };
      stored.push(id);
      return { body: JSON.stringify({ results: [{ line: 0, id, status: "stored" }] }) };
    });
    const restore = [
      missingFile(network, "consentry.decisions-proof.sender.js"),
      missingFile(network, "consentry.decisions-proof.reader.js"),
      missingFile(network, "consentry.sender.js"),
    ];
    const page = await open({
      library: inline({ ...BASIC, collector: `${SITE}/records` }),
      body: GATED,
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    await expect.poll(() => codes(page)).toContain("proof-unavailable");
    expect(await page.errors()).toEqual([]);
    expect(stored).toEqual([]);

    for (const call of restore) call();
    await page.reload();
    await expect.poll(() => stored.length).toBe(1);
    const ids = (): Promise<string[]> =>
      page.evaluate(async () => (await Consentry.current!.proof.records()).map(({ id }) => id));
    expect(await ids()).toEqual(stored);
  });

  it("what comes before services missing: nothing opens and no one is asked, for one's own tags too", async () => {
    missingFile(network, "consentry.prepare.js");
    const page = await open({
      library: inline({ ...BASIC, services: { hotjar: { id: 1 } } }),
      body: GATED + gated("hotjar", "", leaves("hotjar")),
    });
    await expect.poll(() => codes(page)).toContain("ui-unavailable");
    await expectShut(page);
    expect(await page.view()).not.toBe("banner");
  });

  it("what lets scripts come late missing: they wait for the next page, and the choice stands", async () => {
    missingFile(network, "consentry.late.js");
    const page = await open({ body: GATED });
    await page.choose("accept-all");
    await expect.poll(() => codes(page)).toContain("ui-unavailable");
    expect(await page.ran()).toEqual([]);
    expect(await page.evaluate(() => Consentry.current!.state.status)).toBe("decided");
    await page.reload();
    await expect.poll(page.ran).toEqual(["ran"]);
    expect(await page.errors()).toEqual([]);
  });

  it("what cleans up and explains missing: codes are reported, a withdrawal ends what it can", async () => {
    missingFile(network, "consentry.diagnostics.js");
    const page = await open({
      library: `<script src="/dist/consentry.js"></script><script>Consentry.start({
        controller: { name: "Acme BV" }, nonsense: 1,
        services: [{
          id: "stats", name: "Stats", category: "performance", silencedBy: "revoke",
          storage: [{ name: "hits", medium: "cookie" }],
          load() { seen.ran.push("load") }, revoke() { seen.ran.push("revoke") },
        }],
      })</script>`,
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["load"]);
    await page.evaluate(() => void Consentry.current!.withdraw());
    await expect.poll(page.ran).toEqual(["load", "revoke"]);
    await expect.poll(() => codes(page)).toContain("internal");
    expect(await page.evaluate(() => Consentry.current!.permits("stats"))).toBe(false);
    expect(await page.errors()).toEqual([]);
  });

  it("placeholders missing: the frame stays blocked without one, and its grant still loads it", async () => {
    missingFile(network, "consentry.placeholders.js");
    const page = await open({ body: FRAME });
    await expect.poll(() => codes(page)).toContain("ui-unavailable");
    await expectShut(page);
    await page.choose("accept-all");
    await expect.poll(page.calls).toContain("GET cdn.vendor.test/frame");
  });

  it("the preference centre missing: accept and reject work, settings say that something is missing", async () => {
    missingFile(network, "consentry.preferences.js");
    const page = await open({ body: GATED });
    await page.choose("open-preferences");
    await expect.poll(() => codes(page)).toContain("ui-unavailable");
    await expectShut(page);
    expect(await page.view()).toBe("banner");
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
  });

  it("the language missing: English is shown and everything works, for a returning visitor too", async () => {
    missingFile(network, "locales/nl.js");
    const page = await open({ lang: "nl", body: GATED });
    await expect.poll(() => codes(page)).toContain("language-unavailable");
    const text = await page.evaluate(
      () => document.querySelector("[data-consentry]")!.shadowRoot!.textContent,
    );
    expect(text).toContain("Accept all");
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    await page.reload();
    await expect.poll(page.ran).toEqual(["ran"]);
  });

  it("a service missing: it stays blocked, and the others work", async () => {
    missingFile(network, "services/hotjar.js");
    const page = await open({
      library: inline({ ...BASIC, services: { hotjar: {}, "microsoft-clarity": {} } }),
      body: gated("hotjar", "", leaves("hotjar")) + gated("microsoft-clarity", "", leaves("other")),
    });
    await expect.poll(() => codes(page)).toContain("service-unavailable");
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["other"]);
    await page.settle();
    expect(await page.ran()).toEqual(["other"]);
    expect(await page.errors()).toEqual([]);
  });

  it("a service missing on a later page: a refusal stands, consent that named it is asked again", async () => {
    const library = inline({ ...BASIC, services: { hotjar: {} } });
    const body = gated("hotjar", "", leaves("hotjar")) + gated("marketing", "", leaves("other"));
    const page = await open({ library, body });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["hotjar", "other"]);
    const before = await page.choice();
    const restore = missingFile(network, "services/hotjar.js");
    await page.reload();
    // The category whose service is not known is asked again; the other keeps its answer.
    await expect.poll(page.ran).toEqual(["other"]);
    await expect.poll(page.view).toBe("banner");
    expect(String(await page.choice())).toBe(String(before));
    // Nothing was lost by it: the next page finds the file, and the choice.
    restore();
    await page.reload();
    await expect.poll(page.ran).toEqual(["hotjar", "other"]);
    expect(await page.view()).not.toBe("banner");
  });

  it("a signal of the site's missing: nothing opens, because a tag that is not informed assumes a grant", async () => {
    const page = await open({
      library: inline({ ...BASIC, signals: ["google-consent-mode"] }),
      body: GATED,
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    missingFile(network, "signals/google-consent-mode.js");
    await page.reload();
    await expect.poll(() => codes(page)).toContain("signal-unavailable");
    await page.settle();
    expect(await page.ran()).toEqual([]);
    expect(await page.errors()).toEqual([]);
  });

  it("a service's signal missing: that service stays blocked, the others work", async () => {
    missingFile(network, "signals/google-consent-mode.js");
    const page = await open({
      library: inline({
        ...BASIC,
        services: { "google-analytics": { id: "G-ACME1234" }, hotjar: { id: 1 } },
      }),
    });
    await expect.poll(() => codes(page)).toContain("signal-unavailable");
    await page.choose("accept-all");
    await expect.poll(() => page.calls().join()).toContain("hotjar");
    await page.settle();
    expect(page.calls().join()).not.toContain("google");
    expect(await page.evaluate(() => Consentry.current!.permits("google-analytics"))).toBe(false);
  });
});
