import { expect, it } from "vitest";
import { policy } from "../../src/entries/policy.ts";
import { readConsent } from "../../src/entries/server.ts";
import { SITE } from "../pages/server.ts";
import { CDN, gated, serveScript } from "../util/gatedScripts.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inEveryEngine, type Visit } from "../util/visit.ts";

const HOST = new URL(CDN).host;
const optionsOf = (more: object) => ({
  ...BASIC,
  services: [
    { id: "stats", name: "Stats", category: "performance", storage: [], hosts: [HOST] },
    { id: "ads", name: "Ads", category: "marketing", storage: [], hosts: ["ads.vendor.test"] },
  ],
  ...more,
});
/** The mistake beside it says when the page was looked at. */
const SEEN = "unknown-mark data-consent-seen";
const reported = `<script>window.told=[];document.addEventListener("consentry:problem",({detail})=>told.push(detail.code+" "+detail.at))</script>`;
const OURS = { inline: "all" } as const;
const STATIC = "img-src 'self'; script-src 'self' 'unsafe-inline'";

await inEveryEngine("a grant that the page's own policy stops", (open, network) => {
  const visit = async (
    made: "from consent" | "static",
    more: object,
    end = "#consentry-check",
  ): Promise<Visit> => {
    const options = optionsOf(more);
    const stats = serveScript(network, "stats");
    network.route(`${SITE}/`, ({ headers }) => {
      const { state } = readConsent(headers["cookie"] ?? null, options);
      return {
        body: html({
          head: reported,
          library: inline(options),
          body: `${gated("stats", `data-src="${stats}"`)}<i data-consent-seen></i>`,
        }),
        headers: {
          "content-type": "text/html; charset=utf-8",
          "content-security-policy": made == "static" ? STATIC : policy(state, options, OURS).text,
        },
      };
    });
    return open(`${SITE}/${end}`);
  };
  const told = async (page: Visit): Promise<string[]> =>
    (await page.evaluate(() => (globalThis as unknown as { told: string[] }).told)).sort();
  const accept = (page: Visit) => page.evaluate(() => Consentry.current!.acceptAll());
  /** Of the policy alone. */
  const ofPolicy = async (page: Visit): Promise<string[]> =>
    (await told(page)).filter((one) => one.startsWith("policy"));

  it.each([
    ["made from consent, before the grant", "from consent", {}, ["policy-shut stats"]],
    ["that names no vendor", "static", {}, [`policy-narrow stats script-src-elem ${HOST}`]],
    ["where the options say what happens", "from consent", { policy: "none" }, []],
  ] as const)(
    "is reported once, to the owner: a policy %s",
    async (_what, made, more, expected) => {
      const page = await visit(made, more);
      await expect.poll(() => told(page)).toContain(SEEN);
      expect(await ofPolicy(page)).toEqual([]);
      await accept(page);
      await expect.poll(() => told(page)).toContainEqual(expect.stringMatching(/^script-failed/));
      await page.settle();
      expect(await ofPolicy(page)).toEqual(expected);
      // A stopped request of what nobody permits is the policy's work.
      await page.evaluate(() => {
        new Image().src = "https://nobody.vendor.test/p.gif";
      });
      await page.settle();
      expect(await ofPolicy(page)).toEqual(expected);
      expect(page.calls()).toEqual([]);
    },
  );

  it("is no visitor's business", async () => {
    const page = await visit("from consent", {}, "");
    await expect.poll(page.view).toBe("banner");
    await accept(page);
    await expect.poll(() => told(page)).toContainEqual(expect.stringMatching(/^script-failed/));
    await page.settle();
    expect(await ofPolicy(page)).toEqual([]);
  });
});
