import { expect, it } from "vitest";
import { readText } from "../arch/markdown.ts";
import { readTemplate } from "../contract/tagManager/readTemplate.ts";
import { SITE } from "../pages/server.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const { code, defaults } = readTemplate(readText("examples/gtm/consentry.tpl"));

/** The template's code in a page, with what Tag Manager documents of the APIs that it uses. */
const container = (fields: object): string => `<script>
  window.said = [];
  const at = (path) => path.split(".").reduce((value, key) => value?.[key], window);
  const apis = {
    getCookieValues: (name) => document.cookie.split("; ").filter((pair) => pair.startsWith(name + "=")).map((pair) => pair.slice(name.length + 1)),
    decodeUriComponent: decodeURIComponent,
    getTimestampMillis: Date.now,
    makeNumber: Number,
    setDefaultConsentState: (states) => said.push(["default", !!window.Consentry, states.ad_storage, states.analytics_storage]),
    updateConsentState: (states) => said.push(["update", !!window.Consentry?.version, states.ad_storage, states.analytics_storage]),
    copyFromWindow: at,
    callInWindow: (path, ...args) => (0, at(path))(...args),
    createQueue: (key) => (value) => (window[key] ??= []).push(value),
  };
  new Function("require", "data", ${JSON.stringify(code).replaceAll("<", "\\u003c")})(
    (name) => apis[name],
    ${JSON.stringify({ ...defaults, ...fields })
      .replaceAll("<", "\\u003c")
      .replace(/}$/, ", gtmOnSuccess() {}}")},
  );
</script>`;

const said = (page: Visit): Promise<unknown> =>
  page.evaluate(() => (window as unknown as { said: unknown }).said);

await inOneEngine("the template for Tag Manager beside Consentry", (open, network) => {
  it.each(["before", "after"])("hears of each change when its tag runs %s", async (order) => {
    const [early, late] = order == "before" ? [container({}), ""] : ["", container({})];
    const page = await open({ head: early, library: inline(BASIC) + late });
    await expect.poll(page.view).toBe("banner");
    const first = ["default", order == "after", "denied", "denied"];
    expect(await said(page)).toEqual([first]);
    await page.evaluate(() => Consentry.current!.save({ performance: false, marketing: true }));
    const second = ["update", true, "granted", "denied"];
    await expect.poll(() => said(page)).toEqual([first, second]);
    await page.evaluate(() => Consentry.current!.withdraw("marketing"));
    await expect.poll(() => said(page)).toContainEqual(["update", true, "denied", "denied"]);
    expect(await page.errors()).toEqual([]);
  });

  it("grants a stored choice before Consentry has come, and nothing of one for other services", async () => {
    const page = await open({ library: inline(BASIC) });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.save({ performance: true, marketing: false }));
    const fingerprints = (await page.choice())!.get("f")!;
    for (const [given, expected] of [
      [fingerprints, ["update", false, "denied", "granted"]],
      ["performance.0", ["update", true, "denied", "granted"]],
    ] as const) {
      network.route(
        `${SITE}/next`,
        html({ head: container({ fingerprints: given }), library: inline(BASIC) }),
      );
      await page.goto(`${SITE}/next`);
      await expect.poll(() => said(page)).toContainEqual(["update", true, "denied", "granted"]);
      expect(((await said(page)) as unknown[])[1]).toEqual(expected);
    }
  });
});
