import { expect, it } from "vitest";
import { gated } from "../util/gatedScripts.ts";
import { inline, PLAIN } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const STATS = [
  { id: "stats", name: "Stats", category: "performance", purpose: "analytics", storage: [] },
];
const mark = (ids: string): string => gated(ids, "", `seen.ran.push("${ids}")`);

/** The purposes that the first layer names. */
const purposes = (page: Visit): Promise<string | undefined> =>
  page.evaluate(
    () =>
      document.querySelector("[data-consentry]")?.shadowRoot?.querySelector("section b")
        ?.textContent ?? undefined,
  );
const switches = (page: Visit): Promise<(string | null)[]> =>
  page.evaluate(() =>
    [
      ...document
        .querySelector("[data-consentry]")!
        .shadowRoot!.querySelectorAll("[data-consentry-id]"),
    ].map((one) => one.getAttribute("data-consentry-id")),
  );
/** Marks another script while the page lives. */
const add = (page: Visit, ids: string): Promise<void> =>
  page.evaluate((ids) => {
    const script = document.createElement("script");
    script.type = "text/plain";
    script.dataset["consent"] = ids;
    script.textContent = `seen.ran.push("late ${ids}")`;
    document.body.append(script);
  }, ids);
const lastRecord = (page: Visit) =>
  page.evaluate(async () => (await Consentry.current!.proof.records()).at(-1));

await inOneEngine("only what is used is asked for:", (open) => {
  it("a category without a service or a mark is not shown, not granted and not recorded", async () => {
    const page = await open({ library: inline({ ...PLAIN, services: STATS }) });
    await expect.poll(() => purposes(page)).toBe("Performance");
    await page.choose("open-preferences");
    await expect.poll(() => switches(page)).toEqual(["performance", "stats"]);
    await page.choose("accept-all");
    await expect.poll(async () => (await page.choice())?.get("yes")).toBe("performance");
    const choice = (await page.choice())!;
    expect(choice.get("no")).toBe("");
    expect(choice.get("f")).toMatch(/^performance\.\w+$/);
    await expect
      .poll(async () => (await lastRecord(page))?.categories)
      .toEqual({ necessary: true, performance: true });
    expect(await page.evaluate(() => Consentry.current!.state)).toMatchObject({
      status: "decided",
      categories: { necessary: true, performance: true, marketing: false },
      pending: [],
      refused: [],
    });
  });

  it("an element that comes later is asked for then, and the first answer stands meanwhile", async () => {
    const page = await open({ library: inline({ ...PLAIN, services: STATS }) });
    await page.choose("accept-all");
    await expect.poll(async () => (await page.choice())?.get("yes")).toBe("performance");
    await page.reload();
    expect(await page.view()).toBeNull();
    await add(page, "marketing");
    await expect.poll(page.view).toBe("banner");
    // "Accept all" speaks of both.
    expect(await purposes(page)).toBe("Performance, Marketing");
    expect(await page.evaluate(() => Consentry.current!.state)).toMatchObject({
      status: "undecided",
      pending: ["marketing"],
      categories: { performance: true, marketing: false },
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["late marketing"]);
    expect((await page.choice())!.get("yes")).toBe("performance marketing");
    await expect
      .poll(async () => (await lastRecord(page))?.categories)
      .toEqual({ necessary: true, performance: true, marketing: true });
    // What was granted is there to be withdrawn, also on pages that do not use it.
    await page.reload();
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect.poll(() => switches(page)).toContain("marketing");
  });

  it("a refusal of it that was not made runs nothing that waits for one", async () => {
    const page = await open({
      library: inline({ ...PLAIN, services: STATS }),
      body: mark("performance"),
    });
    await page.choose("reject-all");
    await expect.poll(async () => (await page.choice())?.get("no")).toBe("performance");
    await add(page, "!marketing");
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
    await page.choose("reject-all");
    await expect.poll(page.ran).toEqual(["late !marketing"]);
  });

  it("a page whose services need no consent asks nothing; its code that asks for an id uses it", async () => {
    const page = await open({
      library: inline({
        ...PLAIN,
        services: [{ id: "shop", category: "necessary", reason: "Keeps the basket.", storage: [] }],
      }),
      body: "<p data-consent-ignore><i></i></p>",
    });
    expect(await page.evaluate(() => Consentry.current!.state.pending)).toEqual([]);
    // Nothing to accept is no consent.
    await page.evaluate(() => Consentry.current!.acceptAll());
    expect(await page.choice()).toBeNull();
    // Where strangers write, nothing is asked for.
    await page.evaluate(() => {
      document.querySelector("p i")!.setAttribute("data-consent", "marketing");
    });
    await page.settle();
    expect(await page.view()).toBeNull();
    const isPermitted = await page.evaluate(() => Consentry.current!.permits("performance"));
    expect(isPermitted).toBe(false);
    await expect.poll(() => purposes(page)).toBe("Performance");
    await page.evaluate(
      () => void Consentry.current!.when("marketing").then(() => seen.ran.push("when")),
    );
    await expect.poll(() => purposes(page)).toBe("Performance, Marketing");
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["when"]);
  });

  it("what the site lists is asked for, used or not; the usual where it says nothing of what it uses", async () => {
    const bare = await open({ library: inline(PLAIN) });
    await expect.poll(() => purposes(bare)).toBe("Performance, Marketing");
    const page = await open({ library: inline({ ...PLAIN, categories: ["research", "ads"] }) });
    await expect.poll(() => purposes(page)).toBe("research, ads");
  });

  it("the browser's signal refuses what comes later without a question", async () => {
    const page = await open({
      head: "<script>Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })</script>",
      library: inline({ ...PLAIN, services: STATS }),
    });
    await page.choose("accept-all");
    await expect.poll(async () => (await page.choice())?.get("yes")).toBe("performance");
    await add(page, "marketing");
    await expect.poll(async () => (await page.choice())?.get("no")).toBe("marketing");
    expect((await page.choice())!.get("yes")).toBe("performance");
    expect(await page.view()).toBe("none");
  });

  it("in the settings, a draft outlives a question more", async () => {
    const page = await open({ library: inline({ ...PLAIN, services: STATS }) });
    await page.choose("open-preferences");
    await expect.poll(() => switches(page)).toEqual(["performance", "stats"]);
    await page.flip("performance");
    await add(page, "marketing");
    await expect.poll(() => switches(page)).toEqual(["performance", "stats", "marketing"]);
    expect(await page.view()).toBe("preferences");
    await page.choose("save");
    await expect.poll(async () => (await page.choice())?.get("yes")).toBe("performance");
    expect((await page.choice())!.get("no")).toBe("marketing");
  });

  it("a mark that the parser has yet to meet is asked for with the rest", async () => {
    const services = [{ ...STATS[0], category: "necessary", reason: "Counts pages." }];
    const page = await open({ library: inline({ ...PLAIN, services }), body: mark("marketing") });
    await expect.poll(() => purposes(page)).toBe("Marketing");
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["marketing"]);
  });
});
