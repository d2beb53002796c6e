import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { GONE, isTaken, look, SEEN } from "../util/bannerPage.ts";
import { heldFile } from "../util/heldFile.ts";
import { missingFile } from "../util/missingFile.ts";
import { lazyPage } from "../util/lazyPage.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const WAIT = "consentry.wait.js";
const FACE = /^consentry\.(?:banner|host|decisions|preferences)/;

await inOneEngine("the library lazily", (openPage, network) => {
  const open = async (parts?: Parameters<typeof lazyPage>[0]): Promise<Visit> =>
    openPage(await lazyPage(parts), { arrival: "domcontentloaded" });
  const names = (page: Visit): Promise<string[]> =>
    page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1)!),
    );
  const face = async (page: Visit): Promise<string[]> =>
    (await names(page)).filter((name) => FACE.test(name));
  /** The visitor is asked by the HTML, and nobody has used the page. */
  const waits = async (page: Visit): Promise<void> => {
    await expect.poll(() => look(page)).toEqual(SEEN);
    await expect.poll(() => names(page)).toContain(WAIT);
    await page.settle();
    expect(await face(page)).toEqual([]);
  };
  const begin = (page: Visit): Promise<void> =>
    page.evaluate(() => (Reflect.get(window, "begin") as () => Promise<void>)());
  const press = (page: Visit, action: string): Promise<void> =>
    page.evaluate(
      (name) =>
        document
          .querySelector("[data-consentry]")!
          .shadowRoot!.querySelector<HTMLElement>(`[data-consentry-action=${name}]`)!
          .click(),
      action,
    );

  it.each(["pointermove", "pointerdown", "keydown", "focusin"])(
    "fetches nothing of the interface before someone uses the page: %s brings it",
    async (sign) => {
      const page = await open();
      await waits(page);
      // Chromium moves a pointer that rests where a page comes.
      await page.evaluate(() =>
        dispatchEvent(new PointerEvent("pointermove", { movementX: 0, movementY: 0 })),
      );
      await page.settle();
      expect(await face(page)).toEqual([]);
      await page.evaluate(
        (type) =>
          document
            .querySelector("a")!
            .dispatchEvent(new PointerEvent(type, { bubbles: true, movementX: 1 })),
        sign,
      );
      await expect.poll(isTaken(page)).toBe(true);
      expect(await look(page)).toEqual(SEEN);
      await page.choose("accept-all");
      await expect.poll(page.ran).toEqual(["gated"]);
      expect(await page.errors()).toEqual([]);
    },
  );

  it("without a banner in the HTML nothing waits", async () => {
    const page = await open({ hasBanner: false });
    await expect.poll(() => look(page)).toEqual(SEEN);
    expect(await names(page)).not.toContain(WAIT);
  });

  it("what the page's own code asks for comes at once", async () => {
    const page = await open();
    await waits(page);
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect.poll(page.view).toBe("preferences");
    const other = await open();
    await waits(other);
    await other.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(other.ran).toEqual(["gated"]);
    await expect.poll(other.view).toBe("none");
  });

  it("the settings that page code asks for while the interface is on its way are not lost to the question", async () => {
    const come = heldFile(network, "consentry.lazy.asked.js");
    const page = await open();
    await expect.poll(() => look(page)).toEqual(SEEN);
    await expect.poll(() => page.evaluate(() => !!globalThis.Consentry?.current)).toBe(true);
    await page.evaluate(() => {
      const { current } = Consentry;
      current!.show("preferences");
      // Each time the view changes.
      const host = document.querySelector("[data-consentry]")!;
      new MutationObserver(() => seen.ran.push(host.getAttribute("data-consentry-view")!)).observe(
        host,
        { attributeFilter: ["data-consentry-view"] },
      );
    });
    come();
    await expect.poll(page.view).toBe("preferences");
    await page.settle();
    expect((await page.ran()).at(-1)).toBe("preferences");
    expect(await page.view()).toBe("preferences");
  });

  it.each([
    ["accept-all", "none", ["gated"]],
    ["open-preferences", "preferences", []],
  ] as const)("a click on %s before there was code for it counts", async (action, view, ran) => {
    const page = await open({ isLate: true });
    await expect.poll(() => look(page)).toEqual(SEEN);
    await page.choose(action);
    await begin(page);
    await expect.poll(page.view).toBe(view);
    await expect.poll(page.ran).toEqual(ran);
    expect(await page.errors()).toEqual([]);
  });

  it.each([
    ["accept-all", GONE, "none", ["gated"]],
    ["open-preferences", SEEN, "preferences", []],
  ] as const)(
    "a click on %s that brings the interface counts, at once or when it has come",
    async (action, meanwhile, view, ran) => {
      const come = heldFile(network, "consentry.banner.js");
      const page = await open();
      await waits(page);
      await page.choose(action);
      expect(await look(page)).toEqual(meanwhile);
      expect(await page.ran()).toEqual([]);
      come();
      await expect.poll(page.view).toBe(view);
      await expect.poll(page.ran).toEqual(ran);
      expect(await page.errors()).toEqual([]);
    },
  );

  it.each([
    ["accept-all", "none", ["gated"]],
    ["open-preferences", "preferences", []],
  ] as const)("so does a click on %s that comes without a pointer", async (action, view, ran) => {
    const page = await open();
    await waits(page);
    await press(page, action);
    await expect.poll(page.view).toBe(view);
    await expect.poll(page.ran).toEqual(ran);
  });

  it("an answer on a page that is closed before the interface comes is sealed on the next", async () => {
    const come = heldFile(network, "consentry.banner.js");
    const page = await open();
    await waits(page);
    await page.choose("accept-all");
    network.route(`${SITE}/next`, {
      body: await lazyPage(),
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    come();
    await page.goto(`${SITE}/next`);
    await expect.poll(page.ran).toEqual(["gated"]);
    expect((await look(page)).isSeen).toBe(false);
    const records = await page.evaluate(() => Consentry.current!.proof.records());
    expect(records).toMatchObject([{ method: "accept-all", trusted: true, page: `${SITE}/` }]);
  });

  it("comes at once where something takes the banner away, and puts it back", async () => {
    const page = await open();
    await waits(page);
    await page.evaluate(() => document.querySelector("[data-consentry]")!.remove());
    await expect.poll(() => look(page)).toEqual(SEEN);
  });

  it("comes at once where the file that waits is missing", async () => {
    missingFile(network, WAIT);
    const page = await open();
    await expect.poll(isTaken(page)).toBe(true);
    expect(await look(page)).toEqual(SEEN);
  });
});
