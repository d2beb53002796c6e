import { expect, it } from "vitest";
import { writePolicies } from "../../src/build/policy/writePolicies.ts";
import { parseGate } from "../../src/core/config/parseGate.ts";
import { policy } from "../../src/entries/policy.ts";
import { readConsent } from "../../src/entries/server.ts";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inEveryEngine, inOneEngine, type Visit } from "../util/visit.ts";

const options = {
  ...BASIC,
  services: [
    {
      id: "stats",
      name: "Stats",
      category: "performance",
      hosts: ["stats.vendor.test"],
      storage: [],
    },
  ],
};
const WATCHED = `${SITE}/monitor.json`;
const COLLECTOR = `${SITE}/consent/v1/sightings`;

/** A page with a pixel that somebody forgot, and one of a declared service that nobody permits. */
function serve(network: TestNetwork, attributes: string, path = "/"): string[] {
  const sent: string[] = [];
  const config = parseGate(options, () => {});
  network.route(WATCHED, {
    body: writePolicies(config, {}, "monitor").text,
    headers: { "content-type": "application/json" },
  });
  network.route(COLLECTOR, ({ body }) => {
    sent.push(body);
    return { status: 204 };
  });
  for (const host of ["stats", "forgotten"])
    network.route(`https://${host}.vendor.test/p.gif`, { body: "" });
  network.route(SITE + path, {
    body: html({
      head: `<script>window.told=[];document.addEventListener("consentry:problem",({detail})=>told.push(detail))</script>
        <script src="/dist/consentry.monitor.js" data-services="/monitor.json" ${attributes}></script>`,
      library: inline(options),
      body: '<img src="https://forgotten.vendor.test/p.gif?visitor=jan&copy=1" alt=""><img src="https://stats.vendor.test/p.gif?id=12" alt="">',
    }),
    headers: { "content-type": "text/html; charset=utf-8" },
  });
  return sent;
}
const told = (page: Visit): Promise<string[]> =>
  page.evaluate(() =>
    (globalThis as unknown as { told: { code: string; at: string }[] }).told
      .filter(({ code }) => code == "leak")
      .map(({ code, at }) => `${code} ${at}`)
      .toSorted(),
  );
const SEEN = ["leak img forgotten.vendor.test", "leak img stats.vendor.test (stats)"];

await inEveryEngine("the leak monitor's file", (open, network) => {
  it("reports what leaves the page, and sends its host, kind, path and release when the page is left", async () => {
    const sent = serve(
      network,
      `data-collector="${COLLECTOR}" data-sample="1" data-release="r7"`,
      "/order/12345/done",
    );
    const page = await open(`${SITE}/order/12345/done?email=jan@example.org`);
    await expect.poll(() => told(page)).toEqual(SEEN);
    expect(sent).toEqual([]);
    network.route(`${SITE}/next`, "<title>next</title>");
    await page.goto(`${SITE}/next`);
    await expect.poll(() => sent.length).toBe(1);
    const { seen, ...rest } = JSON.parse(sent[0]!) as { seen: { what: string }[] };
    expect(rest).toEqual({ release: "r7", page: "/order/*/done" });
    expect(seen.toSorted((a, b) => (a.what < b.what ? -1 : 1))).toEqual([
      { service: "", kind: "img", what: "forgotten.vendor.test" },
      { service: "stats", kind: "img", what: "stats.vendor.test" },
    ]);
    expect(sent[0]).not.toContain("jan");
  });
});

await inOneEngine("the leak monitor's file", (open, network) => {
  it("does nothing in a page view that the sample leaves out", async () => {
    const sent = serve(network, `data-collector="${COLLECTOR}" data-sample="0"`);
    const page = await open(`${SITE}/`);
    await expect.poll(page.view).toBe("banner");
    await page.settle();
    expect(await told(page)).toEqual([]);
    expect(network.log.entries().filter(({ path }) => path == "/monitor.json")).toEqual([]);
    await page.goto("about:blank");
    expect(sent).toEqual([]);
  });

  it("shows its owner a panel, and counts no view of the owner's", async () => {
    const sent = serve(network, `data-collector="${COLLECTOR}" data-sample="0"`);
    const page = await open(`${SITE}/#consentry-check`);
    await expect.poll(() => told(page)).toEqual(SEEN);
    const text = await page.evaluate(
      () => document.querySelector("[data-consentry-monitor]")!.shadowRoot!.textContent,
    );
    expect(text).toContain("2 leaks on this page");
    expect(text).toContain(
      '<img data-consent="marketing" data-src="https://forgotten.vendor.test/p.gif?visitor=jan&amp;copy=1" alt="">',
    );
    // What the page's own listeners are given can be sent on: no query there.
    expect(
      await page.evaluate(() => JSON.stringify(Reflect.get(globalThis, "told"))),
    ).not.toContain("jan");
    expect(text).toContain("Stats: waits for consent");
    await page.goto("about:blank");
    expect(sent).toEqual([]);
  });

  it("says of what a policy stopped that it was stopped", async () => {
    serve(network, "");
    const page = await open(
      html({
        head: `<script>window.told=[];document.addEventListener("consentry:problem",({detail})=>told.push(detail))</script>
          <script src="/dist/consentry.monitor.js" data-services="/monitor.json"></script>`,
        library: inline(options),
        body: '<img src="https://forgotten.vendor.test/p.gif" alt="">',
      }),
      {
        url: `${SITE}/shut`,
        headers: policy(readConsent(null, options).state, options, { inline: "all" }).headers,
      },
    );
    const sightings = () =>
      page.evaluate(() =>
        (globalThis as unknown as { told: { sighting: { stopped: boolean } }[] }).told.map(
          ({ sighting }) => sighting.stopped,
        ),
      );
    await expect.poll(sightings).toEqual([true]);
    await page.settle();
    expect(page.calls()).toEqual([]);
  });
});
