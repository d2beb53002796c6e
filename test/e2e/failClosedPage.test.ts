import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { archiveOn, COLLECTOR } from "../util/archive.ts";
import { codes } from "../util/codes.ts";
import { CDN, gated, leaves, serveScript } from "../util/gatedScripts.ts";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine, NOTHING, type Visit } from "../util/visit.ts";

// docs/fail-closed.md, row by row: the page's policy, its vendors, the network and the collector.

const GATED = gated("performance", "", leaves("ran"));
const TAG = '<script nonce="n" src="/dist/consentry.js"></script>';
const START = `<script nonce="n">Consentry.start(${JSON.stringify(BASIC)})</script>`;
const OBSERVER = '<script nonce="n">window.seen = { errors: [], events: [], ran: [] }</script>';
const records = (page: Visit): Promise<string[]> =>
  page.evaluate(async () => (await Consentry.current!.proof.records()).map(({ text }) => text));

await inOneEngine("a page policy that refuses", (open, network) => {
  it("a released script that the policy refuses stays blocked and is reported, the others run", async () => {
    network.route(`${SITE}/own.js`, { body: leaves("own") });
    const page = await open(
      {
        body:
          gated("performance", `data-src="${serveScript(network, "refused")}"`) +
          gated("performance", 'data-src="/own.js"'),
      },
      {
        headers: { "content-security-policy": "script-src 'unsafe-inline' https://www.shop.test" },
      },
    );
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["own"]);
    await expect.poll(() => codes(page)).toEqual(["script-failed"]);
    await page.settle();
    expect(await page.ran()).toEqual(["own"]);
    expect(page.outside()).toEqual([]);
  });

  it("a page that demands Trusted Types and does not list our policy keeps its scripts blocked", async () => {
    network.route(`${SITE}/own.js`, { body: leaves("own") });
    const page = await open(
      `<!doctype html>${OBSERVER}${TAG}${START}<body>
        ${gated("performance", 'nonce="n" data-src="/own.js"')}
        ${gated("performance", 'nonce="n"', leaves("inline"))}`,
      {
        headers: {
          "content-security-policy": "require-trusted-types-for 'script'; trusted-types other",
        },
      },
    );
    const enforced = await page.evaluate(() => "trustedTypes" in window);
    await page.choose("accept-all");
    await expect.poll(page.choice).not.toBeNull();
    if (enforced) await expect.poll(() => codes(page)).toContain("script-failed");
    await page.settle();
    expect(await page.ran()).toEqual(enforced ? [] : ["own", "inline"]);
  });

  it("our own files refused: as if they were missing", async () => {
    const page = await open(
      { body: GATED },
      {
        headers: {
          "content-security-policy":
            "script-src 'unsafe-inline' https://www.shop.test/dist/consentry.js",
        },
      },
    );
    await expect.poll(() => codes(page)).toContain("ui-unavailable");
    await page.evaluate(() => Consentry.current!.acceptAll());
    await page.settle();
    expect(await page.view()).not.toBe("banner");
    expect(await page.ran()).toEqual([]);
    expect(await page.stored()).toEqual(NOTHING);
    expect(await page.errors()).toEqual([]);
  });

  it("a collector refused: the choice counts, the record stays in the browser", async () => {
    const page = await open(
      {
        library: inline({ ...BASIC, collector: "https://elsewhere.vendor.test/records" }),
        body: GATED,
      },
      { headers: { "content-security-policy": "connect-src 'self'" } },
    );
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    expect(await records(page)).toHaveLength(1);
    await page.settle();
    expect(page.outside()).toEqual([]);
    expect(await page.errors()).toEqual([]);
  });
});

await inOneEngine("a script of others", (open, network) => {
  it("that hangs lets the next one through after ten seconds, and is reported", async () => {
    serveScript(network, "hangs", { delay: 25_000 });
    const page = await open({
      body:
        gated("performance", `data-src="${CDN}/hangs.js"`) +
        gated("performance", `data-src="${serveScript(network, "next")}"`) +
        gated("performance", "", leaves("inline")) +
        gated("performance", `async data-src="${serveScript(network, "async")}"`) +
        gated("marketing", "", "seen.ran.push('refused')"),
    });
    // By the page's clock, from the decision until what comes behind the one that hangs has run.
    const waited = page.evaluate(() => {
      const start = performance.now();
      void Consentry.current!.save({ performance: true });
      return new Promise<number>((done) => {
        const look = (): unknown =>
          seen.ran.includes("next") ? done(performance.now() - start) : setTimeout(look, 20);
        look();
      });
    });
    await expect.poll(page.ran).toEqual(["async"]); // Waits for nobody.
    await expect.poll(page.ran).toEqual(["async", "next", "inline"]);
    expect(await waited).toBeGreaterThan(9_000);
    await expect.poll(() => codes(page)).toContain("script-timeout");
    expect(await page.errors()).toEqual([]);
  });
});

/** A page whose waits between tries are short: the dice that spread them fall low. */
const IMPATIENT = `<script>
  const dice = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = (bytes) => bytes.length == 1 ? bytes.fill(8) : dice(bytes);
</script>`;

await inOneEngine("a network that fails", (open, network) => {
  const library = inline({ ...BASIC, collector: COLLECTOR, reload: "never" });

  it("the collector cut, busy or not itself: the choice counts, the record arrives once it is back", async () => {
    const archive = archiveOn(network);
    archive.is = "down";
    const page = await open({ head: IMPATIENT, library, body: GATED });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    await expect.poll(() => archive.tries).toBeGreaterThan(0);
    const kept = await records(page);
    expect(kept).toHaveLength(1);
    for (const mood of ["busy", "hotel"] as const) {
      archive.is = mood;
      const before = archive.tries;
      await expect.poll(() => archive.tries).toBeGreaterThan(before);
      expect(archive.stored).toEqual([]);
    }
    // The visitor goes on meanwhile: refused, on another page, nothing is forgotten.
    await page.evaluate(() => Consentry.current!.rejectAll());
    await expect.poll(async () => (await records(page)).length).toBe(2);
    archive.is = "up";
    await page.reload();
    await expect.poll(() => archive.stored.length).toBe(2);
    expect(archive.stored).toEqual(await records(page));
    expect(archive.stored[0]).toBe(kept[0]);
    expect(await page.errors()).toEqual([]);
  });

  it("the collector down never turns a refusal into anything else, nor asks again", async () => {
    const archive = archiveOn(network);
    archive.is = "busy";
    const page = await open({ library, body: GATED });
    await page.choose("reject-all");
    await expect.poll(() => archive.tries).toBeGreaterThan(0);
    const before = String(await page.choice());
    for (let visit = 0; visit < 2; visit++) {
      await page.reload();
      await page.settle();
      expect(await page.ran()).toEqual([]);
      expect(await page.view()).not.toBe("banner");
      expect(String(await page.choice())).toBe(before);
    }
  });

  it("offline after the page has come: the choice counts and is proved, delivery waits", async () => {
    const archive = archiveOn(network);
    const page = await open({
      library,
      body: GATED + gated("performance", `data-src="${serveScript(network, "vendor")}"`),
    });
    await page.choose("open-preferences");
    await expect.poll(page.view).toBe("preferences");
    await page.settle();
    network.offline = true;
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    await expect.poll(() => codes(page)).toContain("script-failed");
    expect((await page.choice())?.get("yes")).toContain("performance");
    expect(archive.stored).toEqual([]);
    network.offline = false;
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await expect.poll(() => archive.stored.length).toBe(1);
    expect(await page.errors()).toEqual([]);
    await page.reload();
    await expect.poll(page.ran).toEqual(["ran", "vendor"]);
  });
});
