import { expect, it } from "vitest";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine, visitOf } from "../util/visit.ts";

const services = [
  { id: "stats", name: "Stats", category: "performance", storage: [] },
  { id: "ads", name: "Ads", category: "marketing", storage: [] },
];
const library = inline({ ...BASIC, services });

await inOneEngine("the instance", (open, network) => {
  it("has a frozen snapshot of what is decided", async () => {
    const page = await open({ library });
    const state = () =>
      page.evaluate(() => {
        const { state } = Consentry.current!;
        return { ...state, frozen: Object.isFrozen(state) && Object.isFrozen(state.categories) };
      });
    expect(await state()).toMatchObject({
      status: "undecided",
      subjectId: null,
      decidedAt: null,
      expiresAt: null,
      revision: 1,
      categories: { necessary: true, performance: false, marketing: false },
      services: { stats: false, ads: false },
      frozen: true,
    });
    await page.choose("accept-all");
    await expect.poll(async () => (await state()).status).toBe("decided");
    const decided = await state();
    expect(decided).toMatchObject({
      categories: { necessary: true, performance: true, marketing: true },
      services: { stats: true, ads: true },
      source: "banner",
      frozen: true,
    });
    expect(decided.expiresAt! - decided.decidedAt!).toBe(180 * 86_400_000);
    expect(decided.subjectId).toMatch(/^[\w-]{8,}$/);
  });

  it("decides by acceptAll, rejectAll, save and withdraw, and answers permits", async () => {
    const page = await open({ library });
    const permitted = () =>
      page.evaluate(() =>
        ["necessary", "performance", "marketing", "stats", "ads", "nobody"].filter((id) =>
          Consentry.current!.permits(id),
        ),
      );
    await expect.poll(permitted).toEqual(["necessary"]);
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(permitted).toEqual(["necessary", "performance", "marketing", "stats", "ads"]);
    await page.evaluate(() => void Consentry.current!.withdraw("ads"));
    await expect.poll(permitted).toEqual(["necessary", "performance", "marketing", "stats"]);
    await page.evaluate(() => Consentry.current!.save({ performance: false }));
    await expect.poll(permitted).toEqual(["necessary", "marketing"]);
    await page.evaluate(() => Consentry.current!.save({ stats: true }));
    await expect.poll(permitted).toEqual(["necessary", "marketing", "stats"]);
    await page.evaluate(() => void Consentry.current!.withdraw());
    await expect.poll(permitted).toEqual(["necessary"]);
    await page.evaluate(() => Consentry.current!.rejectAll());
    await expect.poll(permitted).toEqual(["necessary"]);
    expect(await page.evaluate(() => Consentry.current!.state.source)).toBe("api");
  });

  it("shows and hides its views, and hiding decides nothing", async () => {
    const page = await open({ library });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect.poll(page.view).toBe("preferences");
    await page.evaluate(() => Consentry.current!.hide());
    await expect.poll(page.view).not.toBe("preferences");
    expect(await page.evaluate(() => Consentry.current!.state.status)).toBe("undecided");
    expect(await page.choice()).toBeNull();
  });

  it("resolves when(id) once it is permitted, and not before", async () => {
    const page = await open({ library });
    await page.evaluate(() => {
      void Consentry.current!.when("stats").then(() => seen.ran.push("stats"));
      void Consentry.current!.when("ads").then(() => seen.ran.push("ads"));
    });
    await page.settle();
    expect(await page.ran()).toEqual([]);
    await page.evaluate(() => Consentry.current!.save({ stats: true }));
    await expect.poll(page.ran).toEqual(["stats"]);
  });

  it("tells listeners, late ones as well, until they are taken off", async () => {
    const page = await open({ library });
    await page.evaluate(() => {
      const consent = Consentry.current!;
      const off = consent.on("change", (state) => seen.ran.push(`change ${state.status}`));
      consent.on("decision", ({ event }) => seen.ran.push(`decision ${event}`));
      consent.on("withdraw", ({ services }) => seen.ran.push(`withdraw ${services.join(" ")}`));
      Object.assign(globalThis, { off });
    });
    await expect.poll(page.ran).toEqual(["change undecided"]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["change undecided", "change decided", "decision given"]);
    await page.evaluate(() => {
      (globalThis as unknown as { off(): void }).off();
      void Consentry.current!.withdraw("ads");
    });
    await expect
      .poll(async () => (await page.ran()).slice(3).sort())
      .toEqual(["decision withdrawn", "withdraw ads"]);
  });

  it("tells the same news as DOM events on the document", async () => {
    const page = await open({ library });
    await expect.poll(async () => (await page.events()).map(({ name }) => name)).toContain("ready");
    await page.choose("accept-all");
    await expect
      .poll(async () => (await page.events()).map(({ name }) => name))
      .toContain("decision");
    await page.evaluate(() => void Consentry.current!.withdraw("marketing"));
    await expect
      .poll(async () => (await page.events()).find(({ name }) => name == "withdraw")?.detail)
      .toMatchObject({ services: ["ads"] });
    const names = (await page.events()).map(({ name }) => name);
    expect(names.filter((name) => name == "ready")).toHaveLength(1);
    expect(names.filter((name) => name == "decision")).toHaveLength(2);
  });

  it("follows a decision that was made in another tab", async () => {
    const page = await open({
      library,
      body: '<script type="text/plain" data-consent="stats">seen.ran.push("stats")</script>',
    });
    const other = visitOf(await page.second(), network);
    await other.goto("https://www.shop.test/");
    await expect.poll(other.view).toBe("banner");
    await page.choose("accept-all");
    await expect.poll(other.ran).toEqual(["stats"]);
    await expect.poll(other.view).toBe("none");
    await page.evaluate(() => void Consentry.current!.withdraw());
    await expect.poll(() => other.evaluate(() => Consentry.current!.permits("stats"))).toBe(false);
    // One record for each decision, whoever follows.
    await expect
      .poll(() => other.evaluate(async () => (await Consentry.current!.proof.records()).length))
      .toBe(2);
  });

  it("goes without a trace by destroy, and keeps the choice", async () => {
    const page = await open({ library, body: "<p data-consent-open>Settings</p>" });
    const before = await page.evaluate(() => {
      const body = document.body.cloneNode(true) as HTMLElement;
      body.querySelector("[data-consentry]")?.remove(); // The banner may stand already.
      return body.outerHTML;
    });
    await page.choose("accept-all");
    await expect.poll(page.view).toBe("none");
    await page.evaluate(() => Consentry.current!.destroy());
    expect(await page.view()).toBeNull();
    await expect.poll(() => page.evaluate(() => document.body.outerHTML)).toBe(before);
    expect(await page.evaluate(() => document.querySelectorAll("[data-consentry]").length)).toBe(0);
    expect(await page.choice()).not.toBeNull();
    await page.click("p");
    await page.settle();
    expect(await page.view()).toBeNull();
  });

  it("hands out records that verify, one for each decision, also one that changes nothing", async () => {
    const page = await open({ library });
    await page.choose("accept-all");
    await expect.poll(page.view).toBe("none");
    await page.evaluate(() => {
      void Consentry.current!.acceptAll();
      void Consentry.current!.withdraw();
    });
    const records = () => page.evaluate(() => Consentry.current!.proof.records());
    await expect.poll(records).toHaveLength(3);
    const [first, second, third] = await records();
    expect(first).toMatchObject({
      sequence: 0,
      previous: null,
      event: "given",
      source: "banner",
      trusted: true,
      page: "https://www.shop.test/",
      categories: { necessary: true, performance: true, marketing: true },
    });
    expect(second).toMatchObject({
      sequence: 1,
      previous: first!.hash,
      event: "renewed",
      trusted: false,
    });
    expect(third).toMatchObject({ sequence: 2, previous: second!.hash, event: "withdrawn" });
    // One subject in all of them; the cookie names it no longer, now that nothing is permitted.
    expect(new Set([first, second, third].map((one) => one!.subject)).size).toBe(1);
    expect((await page.choice())?.get("id")).toBe("");
    expect(await page.evaluate(() => Consentry.current!.proof.verify())).toEqual({
      ok: true,
      length: 3,
      firstBad: null,
      reason: null,
    });
    // The hash as the contract defines it, computed here from the exact text.
    const { createHash } = await import("node:crypto");
    const hash = (text: string, previous: string | null): string =>
      createHash("sha256")
        .update("consentry/v1 record\n")
        .update(previous ? Buffer.from(previous, "hex") : Buffer.alloc(32))
        .update(text)
        .digest("hex");
    expect(hash(first!.text, null)).toBe(first!.hash);
    expect(hash(second!.text, first!.hash)).toBe(second!.hash);
    const text = await page.evaluate(() => Consentry.current!.proof.export());
    expect(text).toContain(third!.hash);
    // Nobody is in the records who was not asked for.
    expect(text).not.toMatch(/Mozilla|Gecko|127\.0\.0\.1/);
  });
});
