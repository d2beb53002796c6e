import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { html } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const LISTEN = `<script>window.told=[];document.addEventListener("consentry:problem",({detail})=>told.push(detail))</script>`;
const BODY =
  '<script type="text/plain" data-consent="marketing" data-run="Once">1</script>' +
  '<iframe data-concent="marketing" data-src="https://video.vendor.test/f"></iframe>'.repeat(2) +
  '<img data-consent="marketing" data-consent-scr="/p.gif" alt=""><a data-consent-opne>Open</a>' +
  // Right, another's, and a stranger's.
  '<b data-consent-open></b><b data-content="marketing"></b><p data-consent-ignore><b data-consent-x></b></p>';
/** Looked at by the same eyes, and reported to every visitor: what stands before it was looked at. */
const LAST = '<script type="text/plain" data-consent="nosuch">2</script>';
const OF_NAMES = [
  "unknown-mark data-concent",
  "unknown-mark data-consent-opne",
  "unknown-mark data-consent-scr",
  'unknown-mark data-run="Once"',
];

interface Told {
  told: { code: string; at: string; message: string }[];
}

await inOneEngine("a misspelt mark", (open, network) => {
  const visit = (end: string): Promise<Visit> => {
    network.route(`${SITE}/made`, {
      body: html({ head: LISTEN, body: BODY + LAST }),
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    return open(`${SITE}/made${end}`);
  };
  const told = (page: Visit): Promise<Told["told"]> =>
    page.evaluate(() => (globalThis as unknown as Told).told);
  const reports = async (page: Visit): Promise<string[]> =>
    (await told(page)).map(({ code, at }) => `${code} ${at}`).sort();
  const ofNames = async (page: Visit): Promise<string[]> =>
    (await reports(page)).filter((one) => one.startsWith("unknown-mark"));

  it("is reported once where the site is made, with the word that was meant", async () => {
    const page = await visit("#consentry-check");
    await expect.poll(() => ofNames(page)).toEqual(OF_NAMES);
    const said = (await told(page)).map(({ message }) => message).join(" ");
    for (const meant of [
      'data-run="once"',
      "data-consent",
      "data-consent-open",
      "data-consent-src",
    ]) {
      expect(said).toContain(`Did you mean “${meant}”?`);
    }
    // What comes later is looked at too, and nothing is said again.
    await page.evaluate(
      (more) => document.body.insertAdjacentHTML("beforeend", more),
      `${BODY}<i data-consents="marketing"></i>`,
    );
    await expect
      .poll(() => ofNames(page))
      .toEqual([...OF_NAMES, "unknown-mark data-consents"].sort());
  });

  it("costs a visitor no request and no word", async () => {
    const page = await visit("");
    await expect.poll(() => reports(page)).toContain("unknown-id nosuch");
    await expect.poll(() => page.evaluate(() => document.readyState)).toBe("complete");
    await page.settle();
    expect(await ofNames(page)).toEqual([]);
    const asked = network.log.entries().map(({ path }) => path);
    expect(asked.filter((path) => path.includes("consentry.check"))).toEqual([]);
  });
});
