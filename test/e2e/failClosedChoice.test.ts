import { expect, it } from "vitest";
import { codes } from "../util/codes.ts";
import { gated, leaves } from "../util/gatedScripts.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

// docs/fail-closed.md, row by row: the stored choice, the clock, the region.

const GATED = gated("performance", "", leaves("ran"));
const YEAR = 365 * 86_400_000; // milliseconds
/** The page's clock, off by so much. */
const clock = (shift: number): string => `<script>{
  const now = Date.now;
  Date.now = () => now() + ${shift};
}</script>`;

await inOneEngine("a choice that cannot be trusted", (open, network) => {
  const show = (url: string, parts: Parameters<typeof html>[0]): void =>
    network.route(url, { body: html(parts), headers: { "content-type": "text/html" } });
  const cookies = async (page: Visit): Promise<string[]> =>
    (await page.cookies()).filter(({ name }) => name == "consentry").map(({ domain }) => domain);

  it("the clock off by a year, back or ahead: not permitted, asked again, and counts again once it is right", async () => {
    const page = await open({ body: GATED });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    for (const shift of [-YEAR, YEAR]) {
      show("https://www.shop.test/shifted", { head: clock(shift), body: GATED });
      await page.goto("https://www.shop.test/shifted");
      await expect.poll(page.view).toBe("banner");
      await page.settle();
      expect(await page.ran()).toEqual([]);
      expect(await page.evaluate(() => Consentry.current!.state.lapse)).toBe("expired");
      expect(await page.errors()).toEqual([]);
    }
    await page.goto("https://www.shop.test/");
    await expect.poll(page.ran).toEqual(["ran"]);
    expect(await page.view()).not.toBe("banner");
  });

  it("the cookie's domain changed: the choice stays, and the next one is one cookie again", async () => {
    const page = await open({ body: GATED });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    expect(await cookies(page)).toEqual(["www.shop.test"]);
    // The site now shares its choice with other hosts, and later takes that back.
    for (const config of [{ ...BASIC, domain: "shop.test" }, BASIC]) {
      show("https://www.shop.test/", { library: inline(config), body: GATED });
      await page.goto("https://www.shop.test/");
      await expect.poll(page.ran).toEqual(["ran"]);
      expect(await page.view()).not.toBe("banner");
      await page.evaluate(() => Consentry.current!.save({ marketing: false }));
      await expect.poll(async () => (await page.choice())?.get("no")).toBe("marketing");
      await expect.poll(() => cookies(page)).toHaveLength(1);
      expect(await codes(page)).toEqual([]);
      await page.reload();
      await expect.poll(page.ran).toEqual(["ran"]);
      expect(await page.view()).not.toBe("banner");
    }
    // A refusal after such a change is not outlived by the older consent.
    show("https://www.shop.test/", {
      library: inline({ ...BASIC, domain: "shop.test", reload: "never" }),
      body: GATED,
    });
    await page.goto("https://www.shop.test/");
    await expect.poll(page.ran).toEqual(["ran"]);
    await page.evaluate(() => Consentry.current!.rejectAll());
    await expect.poll(async () => (await page.choice())?.get("yes")).toBe("");
    await page.reload();
    await page.settle();
    expect(await page.ran()).toEqual([]);
    expect(await page.view()).not.toBe("banner");
  });

  it("a planted or corrupted cookie beside the choice: not permitted, and one again after a choice", async () => {
    const page = await open({ body: GATED });
    await expect.poll(page.view).toBe("banner");
    // Until it is read back, what another writes meanwhile is put right.
    await page.evaluate(() => Consentry.current!.rejectAll());
    // What a script on a sibling host can do: the same name on the parent domain, saying yes.
    await page.evaluate(() => {
      const text = document.cookie.split("; ").find((pair) => pair.startsWith("consentry="))!;
      const forged = text.replace("yes=&", "yes=performance+marketing&").replace(/no=[^&]*/, "no=");
      document.cookie = `${forged}; path=/; domain=shop.test; secure`;
    });
    await page.reload();
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
    await expect.poll(() => codes(page)).toContain("cookie-duplicated");
    await page.choose("reject-all");
    await expect.poll(() => cookies(page)).toHaveLength(1);
    await page.reload();
    await page.settle();
    expect(await page.view()).not.toBe("banner");
    expect(await page.ran()).toEqual([]);
  });

  it("too large for a cookie: it holds on this page, is reported, and the next page asks again", async () => {
    const services = Array.from({ length: 200 }, (_, index) => ({
      id: `a-service-with-a-long-name-${index}`,
      name: `Service ${index}`,
      category: "performance",
      storage: [],
    }));
    const first = services[0]!.id;
    const page = await open({
      library: inline({ ...BASIC, services }),
      body: gated(first, "", leaves("ran")) + gated("performance", "", leaves("category")),
    });
    await page.evaluate(
      (ids) => Consentry.current!.save(Object.fromEntries(ids.map((id) => [id, true]))),
      services.map(({ id }) => id),
    );
    await expect.poll(page.ran).toEqual(["ran"]);
    await expect.poll(() => codes(page)).toContain("cookie-too-large");
    expect(await page.cookies()).toEqual([]);
    await page.reload();
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
    expect(await page.errors()).toEqual([]);
  });

  it("a region that no one knows: no option, language or header opens the gate before a choice", async () => {
    const page = await open(
      {
        lang: "en-US",
        library: inline({ ...BASIC, region: "US-CA", mode: "opt-out", geo: false, default: true }),
        body: GATED,
      },
      { headers: { "cf-ipcountry": "XX", "x-vercel-ip-country": "US" } },
    );
    await expect.poll(page.view).toBe("banner");
    await page.settle();
    expect(await page.ran()).toEqual([]);
    expect(await page.evaluate(() => Consentry.current!.permits("performance"))).toBe(false);
  });
});
