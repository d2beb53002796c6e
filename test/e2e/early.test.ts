import { beforeEach, expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { heldFile } from "../util/heldFile.ts";
import { PLAIN, inline } from "../util/html.ts";
import { inEveryEngine, inOneEngine, type Visit } from "../util/visit.ts";

const EMBED =
  '<iframe data-consent="youtube" data-src="/inside" width="300" height="200"></iframe>';
const VIDEOS = inline({ ...PLAIN, services: { youtube: {}, vimeo: {} } });
const ANALYTICS = inline({ ...PLAIN, services: { hotjar: { id: 123456 }, youtube: {} } });
type When = "at once" | "when ready";

/** Calls `observe` with a shadow root that holds an embed. */
const observe = (page: Visit, when: When): Promise<void> =>
  page.evaluate((when) => {
    const root = document.getElementById("h")!.attachShadow({ mode: "open" });
    root.innerHTML =
      '<iframe data-consent="youtube" data-src="/inside" width="300" height="200"></iframe>';
    const go = (): void => void Consentry.current!.observe(root);
    if (when == "at once") go();
    else Consentry.current!.on("ready", go);
  }, when);

/** What a visitor's yes has come to. */
const outcome = (page: Visit) =>
  page.evaluate(() => {
    const { state, permits } = Consentry.current!;
    const frame = document.getElementById("h")!.shadowRoot!.querySelector("iframe")!;
    return {
      services: { ...state.services },
      permitted: permits("youtube"),
      loaded: frame.getAttribute("src") == "/inside",
    };
  });
const GRANTED = { services: { youtube: true, vimeo: true }, permitted: true, loaded: true };

await inEveryEngine("a root observed before the services have come", (openPage, network) => {
  const open: typeof openPage = (page) => openPage(page, { arrival: "domcontentloaded" });
  beforeEach(() => network.route(`${SITE}/inside`, "<p>inside</p>"));

  it.each<When>(["at once", "when ready"])(
    "a shadow root observed %s is gated like the rest: accept all permits, loads and is kept",
    async (when) => {
      const come = ["youtube", "vimeo"].map((id) => heldFile(network, `services/${id}.js`));
      const page = await open({ library: VIDEOS, body: "<div id=h></div>" });
      await observe(page, when);
      await page.settle(); // What else is on its way has come.
      come.forEach((file) => file());
      await page.evaluate(
        () => new Promise<void>((done) => Consentry.current!.on("ready", () => done())),
      );
      expect((await outcome(page)).loaded).toBe(false);
      await page.evaluate(() => Consentry.current!.acceptAll());
      await expect.poll(() => outcome(page)).toEqual(GRANTED);
      expect((await page.choice())!.get("yes")).toBe("functional");
      expect((await page.events()).filter(({ name }) => name == "problem")).toEqual([]);
      await page.reload();
      await expect.poll(() => page.evaluate(() => Consentry.current!.state.status)).toBe("decided");
      expect(await page.errors()).toEqual([]);
    },
  );

  it.each<When>(["at once", "when ready"])(
    "a withdrawal erases what a service left, with a shadow root observed %s",
    async (when) => {
      const page = await open({ library: ANALYTICS, body: `<div id=h></div>${EMBED}` });
      await page.choose("accept-all");
      await expect.poll(() => page.evaluate(() => Consentry.current!.permits("hotjar"))).toBe(true);
      const come = ["hotjar", "youtube"].map((id) => heldFile(network, `services/${id}.js`));
      await expect.poll(() => page.evaluate(() => document.readyState)).toBe("complete");
      await page.reload();
      await page.evaluate(() => void (document.cookie = "_hjid=abc"));
      await observe(page, when);
      await page.settle(); // What else is on its way has come.
      come.forEach((file) => file());
      await page.evaluate(
        () => new Promise<void>((done) => Consentry.current!.on("ready", () => done())),
      );
      await expect.poll(async () => (await outcome(page)).loaded).toBe(true);
      await page.evaluate(() => void Consentry.current!.withdraw());
      // A withdrawal loads the page anew, perhaps while it is asked.
      const cookies = async (): Promise<string[]> =>
        (await page.stored().catch(() => undefined))?.cookies ?? ["_hjid"];
      await expect.poll(cookies).not.toContain("_hjid");
      await expect.poll(page.errors).toEqual([]);
    },
  );
});

await inOneEngine("what a page asks before the services have come", (openPage, network) => {
  const open: typeof openPage = (page) => openPage(page, { arrival: "domcontentloaded" });
  beforeEach(() => network.route(`${SITE}/inside`, "<p>inside</p>"));

  it("a decision, a toggle's and the page's own, waits for them and counts for them", async () => {
    const come = ["youtube", "vimeo"].map((id) => heldFile(network, `services/${id}.js`));
    const page = await open({ library: VIDEOS, body: "<div id=h></div>" });
    await observe(page, "at once");
    await page.evaluate(() => {
      void Promise.resolve(Consentry.current!.acceptAll()).then(() => seen.ran.push("decided"));
    });
    expect(await page.choice()).toBeNull();
    come.forEach((file) => file());
    await expect.poll(() => outcome(page)).toEqual(GRANTED);
    await expect.poll(page.ran).toEqual(["decided"]);
    expect((await page.choice())!.get("yes")).toBe("functional");
  });

  it("what is no longer to be observed when they come never is", async () => {
    const come = ["youtube", "vimeo"].map((id) => heldFile(network, `services/${id}.js`));
    const page = await open({ library: VIDEOS, body: "<div id=h></div>" });
    await page.evaluate(() => {
      const root = document.getElementById("h")!.attachShadow({ mode: "open" });
      root.innerHTML = '<iframe data-consent="youtube" data-src="/inside"></iframe>';
      Consentry.current!.observe(root)();
    });
    come.forEach((file) => file());
    await page.evaluate(
      () => new Promise<void>((done) => Consentry.current!.on("ready", () => done())),
    );
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(() => page.evaluate(() => Consentry.current!.permits("youtube"))).toBe(true);
    await page.settle();
    expect((await outcome(page)).loaded).toBe(false);
  });
});
