import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

/** What a browser that sends the signal shows its pages (W3C GPC, section 3). */
const GPC = `<script>
  Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true });
</script>`;
const services = [
  { id: "stats", name: "Stats", category: "performance", storage: [] },
  { id: "ads", name: "Ads", category: "marketing", storage: [] },
  {
    id: "mail",
    name: "Mail",
    category: "marketing",
    basis: "legitimate-interest",
    reason: "Our own customers.",
    storage: [],
  },
];
const MARKS = services.map(
  ({ id }) => `<script type="text/plain" data-consent="${id}">seen.ran.push("${id}")</script>`,
);
const body = MARKS.join("");
const shop = (more = {}) => ({ library: inline({ ...BASIC, services, ...more }), body });

const records = (page: Visit) =>
  page.evaluate(async () =>
    (await Consentry.current!.proof.records()).map(({ event, source, signals, trusted }) => ({
      event,
      source,
      gpc: signals.gpc,
      trusted,
    })),
  );
const says = (page: Visit, text: string) =>
  page.evaluate(
    (words) => document.querySelector("[data-consentry]")!.shadowRoot!.textContent!.includes(words),
    text,
  );

await inOneEngine("Global Privacy Control", (open, network) => {
  it("refuses marketing before anything runs, legitimate interest included, and asks for the rest", async () => {
    const page = await open({ head: GPC, ...shop() });
    await expect.poll(page.view).toBe("banner");
    expect(await says(page, "Global Privacy Control")).toBe(true);
    expect(await page.ran()).toEqual([]);
    expect(await page.evaluate(() => Consentry.current!.state)).toMatchObject({
      status: "undecided",
      source: "gpc",
      pending: ["performance"],
      services: { stats: false, ads: false, mail: false },
    });
    const refusal = { event: "refused", source: "gpc", gpc: true, trusted: false };
    await expect.poll(() => records(page)).toEqual([refusal]);
    expect((await page.choice())!.get("no")).toBe("marketing mail");

    await page.reload();
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
    expect(await records(page), "sealed once").toEqual([refusal]);
  });

  it("refuses a category that comes later, and makes what the visitor permitted no younger", async () => {
    const page = await open({
      head: GPC,
      library: inline({ ...BASIC, services: services.slice(0, 1) }),
      body: MARKS[0]!,
    });
    await page.evaluate(() => Consentry.current!.save({ performance: true }));
    await expect.poll(page.ran).toEqual(["stats"]);
    const stored = (await page.choice())!;
    const permitted = await records(page);
    // The site names more services: its next page is about marketing too.
    network.route(`${SITE}/`, {
      body: html({ head: GPC, ...shop() }),
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    await page.reload();
    await expect.poll(page.ran).toEqual(["stats"]);
    await expect
      .poll(() => records(page))
      .toEqual([...permitted, { event: "changed", source: "gpc", gpc: true, trusted: false }]);
    const choice = (await page.choice())!;
    expect([choice.get("yes"), choice.get("no"), choice.get("at")]).toEqual([
      "performance",
      "marketing mail",
      stored.get("at"),
    ]);
    expect(await page.view()).not.toBe("banner");
    expect(await page.evaluate(() => Consentry.current!.proof.verify())).toMatchObject({
      ok: true,
    });
    expect(await page.ran()).toEqual(["stats"]);
  });

  it("is outweighed by the visitor's own choice, before and after", async () => {
    const page = await open({ head: GPC, ...shop() });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["stats", "ads", "mail"]);
    await page.reload();
    await expect.poll(page.ran).toEqual(["stats", "ads", "mail"]);
    expect((await records(page)).map(({ source }) => source)).toEqual(["gpc", "banner"]);
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect.poll(page.view).toBe("preferences");
    expect(await says(page, "Global Privacy Control")).toBe(false);
  });

  it("leaves nothing to ask where it covers every category", async () => {
    const page = await open({ head: GPC, ...shop({ gpc: ["marketing", "performance"] }) });
    await expect
      .poll(async () => (await page.choice())?.get("no"))
      .toBe("performance marketing mail");
    await page.settle();
    expect(await page.view()).not.toBe("banner");
    expect(await page.ran()).toEqual([]);
  });

  it("is only recorded where the site lists no category, and where the browser does not send it", async () => {
    const listed = await open({ head: GPC, ...shop({ gpc: [] }) });
    await expect.poll(listed.ran).toEqual(["mail"]);
    expect(await listed.choice()).toBeNull();
    await listed.choose("reject-all");
    await expect
      .poll(() => records(listed))
      .toEqual([{ event: "refused", source: "banner", gpc: true, trusted: true }]);
    const silent = await open(shop());
    await expect.poll(silent.ran).toEqual(["mail"]);
    expect(await silent.choice()).toBeNull();
  });
});
