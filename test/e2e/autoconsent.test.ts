import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { autoconsent, heard, ourRule, theirRules } from "../util/autoconsent.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

// DuckDuckGo's engine, as it comes from its package, with the rule that docs/interop offers.

const body = `
  <script type="text/plain" data-consent="marketing">seen.ran.push("inline")</script>
  <script type="text/plain" data-consent="performance" data-src="https://static.hotjar.com/c/hotjar-123456.js"></script>
  <iframe data-consent="marketing" data-src="https://www.youtube-nocookie.com/embed/abc" title="Film"></iframe>`;
const LAYOUTS = ["box", "bar", "centre"] as const;
const library = (layout: string): string => inline({ ...BASIC, layout });

/** Every record of the visitor's log, as it was sealed. */
async function records(page: Visit): Promise<unknown[]> {
  const texts = await page.evaluate(async () =>
    (await Consentry.current!.proof.records()).map(({ text }) => text),
  );
  return texts.map((text) => {
    const { event, trusted, categories } = JSON.parse(text) as Record<string, unknown>;
    return { event, trusted, categories };
  });
}

/** What the engine says of a whole run that went well. */
const done = (result: "optOutResult" | "optInResult") => [
  { type: "cmpDetected", cmp: "consentry" },
  { type: "popupFound", cmp: "consentry" },
  { type: result, cmp: "consentry", result: true },
  { type: "autoconsentDone", cmp: "consentry" },
  { type: "selfTestResult", cmp: "consentry", result: true },
];

await inOneEngine("autoconsent", (open, network) => {
  it.each(LAYOUTS)("finds the %s and refuses: one refusal, nothing requested", async (layout) => {
    const head = autoconsent(network, "optOut", [ourRule()]);
    const page = await open({ head, library: library(layout), body });
    await expect.poll(() => heard(page)).toEqual(done("optOutResult"));
    await expect.poll(page.view).toBe("none");
    await expect.poll(async () => (await records(page)).length).toBe(1);
    expect(await records(page)).toEqual([
      {
        event: "refused",
        trusted: false,
        categories: expect.objectContaining({ performance: false, marketing: false }),
      },
    ]);
    expect((await page.choice())?.get("yes")).toBe("");
    await page.settle();
    expect(page.outside()).toEqual([]);
    expect(await page.ran()).toEqual([]);
    expect(await page.errors()).toEqual([]);
  });

  it.each(LAYOUTS)(
    "finds the %s and accepts: what waited runs, the record says who clicked",
    async (layout) => {
      const head = autoconsent(network, "optIn", [ourRule()]);
      const page = await open({ head, library: library(layout), body });
      await expect.poll(() => heard(page)).toEqual(done("optInResult"));
      await expect.poll(page.ran).toEqual(["inline"]);
      await expect.poll(page.calls).toContain("GET static.hotjar.com/c/hotjar-123456.js");
      await expect.poll(page.calls).toContain("GET www.youtube-nocookie.com/embed/abc");
      await expect.poll(async () => (await records(page)).length).toBe(1);
      expect(await records(page)).toEqual([
        {
          event: "given",
          trusted: false,
          categories: expect.objectContaining({ performance: true, marketing: true }),
        },
      ]);
    },
  );

  it("takes ours from among all of its own rules", async () => {
    const head = autoconsent(network, "optOut", [...theirRules(), ourRule()]);
    const page = await open({ head, library: library("box"), body });
    await expect.poll(() => heard(page)).toEqual(done("optOutResult"));
    await expect
      .poll(async () => (await records(page)).map((record) => (record as { event: string }).event))
      .toEqual(["refused"]);
  });

  it("leaves a visitor alone who has decided", async () => {
    const parts = { library: library("box"), body };
    const page = await open(parts);
    await page.choose("reject-all");
    await expect.poll(async () => (await records(page)).length).toBe(1);
    const head = autoconsent(network, "optIn", [ourRule()]);
    network.route(`${SITE}/`, html({ ...parts, head }));
    await page.reload();
    // Opening the preference centre puts up the host, which is no banner.
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect.poll(() => heard(page)).toContainEqual({ type: "cmpDetected", cmp: "consentry" });
    await page.settle();
    expect((await heard(page)).map(({ type }) => type)).not.toContain("popupFound");
    expect(await records(page)).toHaveLength(1);
    expect(await page.ran()).toEqual([]);
  });
});
