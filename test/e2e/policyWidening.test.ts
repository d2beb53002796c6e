import { expect, it } from "vitest";
import { policy } from "../../src/entries/policy.ts";
import { readConsent } from "../../src/entries/server.ts";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { archiveOn, COLLECTOR } from "../util/archive.ts";
import { CDN, gated, serveScript } from "../util/gatedScripts.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { pageLoads } from "../util/pageLoads.ts";
import { inEveryEngine, type Visit } from "../util/visit.ts";

/** A site whose pages carry the policy of what their visitor permits; a script of one vendor, a frame of another, own code. */
const options = (use: string) => ({
  ...BASIC,
  policy: use as "next",
  collector: COLLECTOR,
  services: [
    {
      id: "stats",
      name: "Stats",
      category: "performance",
      storage: [],
      hosts: [new URL(CDN).host],
    },
    { id: "film", name: "Film", category: "marketing", storage: [], hosts: ["film.vendor.test"] },
    { id: "own-code", name: "Own", category: "performance", storage: [] },
  ],
});
const FILM = "https://film.vendor.test/";
const reported = `<script>window.told=[];document.addEventListener("consentry:problem",({detail})=>told.push(detail.code+" "+detail.at))</script>`;

function serve(network: TestNetwork, use: string): void {
  network.route(FILM, "<p>film</p>");
  const stats = serveScript(network, "stats");
  network.route(`${SITE}/`, ({ headers }) => {
    const { state } = readConsent(headers["cookie"] ?? null, options(use));
    return {
      body: html({
        head: reported,
        library: inline(options(use)),
        body:
          gated("stats", `data-src="${stats}"`) +
          gated("own-code", "", 'seen.ran.push("own")') +
          `<iframe data-consent="film" data-src="${FILM}" width="300" height="200"></iframe>`,
      }),
      headers: {
        "content-type": "text/html; charset=utf-8",
        ...policy(state, options(use), { inline: "all" }).headers,
      },
    };
  });
}
const told = (page: Visit): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
const events = (page: Visit): Promise<string[]> =>
  page.evaluate(async () => (await Consentry.current!.proof.records()).map(({ event }) => event));

await inEveryEngine("a grant that the page's policy was made without", (open, network) => {
  it("loads the page anew once, when the record is sealed, and starts nothing before", async () => {
    serve(network, "reload");
    const archive = archiveOn(network);
    const page = await open(`${SITE}/`);
    await expect.poll(page.view).toBe("banner");
    await page.choose("accept-all");
    await expect.poll(() => page.ran().catch(() => [])).toEqual(["stats", "own"]);
    await page.settle();
    expect(pageLoads(network.log)).toBe(2);
    expect(await told(page)).toEqual([]);
    expect(await events(page)).toEqual(["given"]);
    await expect.poll(() => archive.stored.length).toBe(1);
    const log = network.log
      .entries()
      .filter(({ kind, host }) => kind == "request" && host != "film.vendor.test");
    const at = (path: string, from = -1): number =>
      log.findIndex((one, i) => i > from && one.path == path);
    const again = at("/", at("/"));
    expect(at("/stats.js")).toBeGreaterThan(again);
    // What was covered from the start needs no other page when it is granted again.
    await page.evaluate(() => Consentry.current!.save({ performance: true, marketing: true }));
    await page.settle();
    expect(pageLoads(network.log)).toBe(2);
  });

  it("lets it wait for the next page and says so, and starts what asks no one else", async () => {
    serve(network, "next");
    const page = await open(`${SITE}/`);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["own"]);
    await expect.poll(() => told(page)).toHaveLength(1);
    expect((await told(page))[0]).toMatch(/^policy-shut .*\bstats\b/);
    await page.settle();
    expect(page.calls().filter((one) => one.includes("stats") || one.includes("film"))).toEqual([]);
    expect(pageLoads(network.log)).toBe(1);
    await page.goto(`${SITE}/`);
    await expect.poll(page.ran).toEqual(["stats", "own"]);
    await expect.poll(page.calls).toContain("GET film.vendor.test/");
    expect(await told(page)).toEqual([]);
  });

  it("shows who asks for an embed what he asked for, and offers nothing for this time only", async () => {
    serve(network, "next");
    const page = await open(`${SITE}/`);
    await page.choose("reject-all");
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { shadowRoot } = document.querySelector("[data-consentry-placeholder]")!;
          return [...shadowRoot!.querySelectorAll("[data-consentry-action]")].map((one) =>
            one.getAttribute("data-consentry-action"),
          );
        }),
      )
      .toEqual(["allow-always"]);
    await page.choose("allow-always");
    await expect.poll(page.calls).toContain("GET film.vendor.test/");
    expect(pageLoads(network.log)).toBe(2);
  });

  it("never loads a page anew whose choice cannot be kept", async () => {
    serve(network, "reload");
    const page = await open(`${SITE}/`);
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() =>
      Object.defineProperty(Document.prototype, "cookie", { get: () => "", set: () => {} }),
    );
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["own"]);
    await expect.poll(() => told(page)).toContain("policy-shut performance marketing stats film");
    expect(pageLoads(network.log)).toBe(1);
  });
});
