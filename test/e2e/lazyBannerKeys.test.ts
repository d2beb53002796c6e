import { expect, it } from "vitest";
import { lazyPage } from "../util/lazyPage.ts";
import { isTaken, look, SEEN } from "../util/bannerPage.ts";
import { heldFile } from "../util/heldFile.ts";
import type { Key } from "../util/tab.ts";
import { inEveryEngine, type Visit } from "../util/visit.ts";

// Who uses keys or a screen reader meets the same page, whether the interface came with it or is fetched by the first key.

/** What has the focus. */
const focus = (page: Visit): Promise<string> =>
  page.evaluate(() => {
    const host = document.querySelector("[data-consentry]");
    const { activeElement: outer } = document;
    const active = outer == host ? host!.shadowRoot!.activeElement : outer;
    return active?.getAttribute("data-consentry-action") ?? active?.localName ?? "";
  });
const walk = async (page: Visit, keys: readonly Key[]): Promise<string[]> => {
  const places: string[] = [];
  for (const key of keys) {
    await page.press(key);
    places.push(await focus(page));
  }
  return places;
};
/** What the live region says. */
const said = (page: Visit) => (): Promise<string> =>
  page.evaluate(
    () =>
      document.querySelector("[data-consentry]")!.shadowRoot!.querySelector(".live")?.textContent ??
      "",
  );

await inEveryEngine(
  "the banner in the HTML and the library lazily, by key",
  (openPage, network) => {
    const open = async (): Promise<Visit> => {
      const page = await openPage(await lazyPage(), { arrival: "domcontentloaded" });
      await expect.poll(() => look(page)).toEqual(SEEN);
      await expect.poll(() => page.evaluate(() => !!globalThis.Consentry?.current)).toBe(true);
      return page;
    };
    /** The same, where the interface has come before the first key. */
    const openTaken = async (): Promise<Visit> => {
      const page = await open();
      const move = (): Promise<unknown> =>
        page.evaluate(() => dispatchEvent(new PointerEvent("pointermove", { movementX: 1 })));
      await expect.poll(() => move().then(isTaken(page))).toBe(true);
      return page;
    };

    it("the focus goes the same way, first through the banner", async () => {
      const keys = Array<Key>(5).fill("Tab");
      const control = await walk(await openTaken(), keys);
      expect(control.slice(1, 4)).toEqual(["reject-all", "accept-all", "open-preferences"]);
      const page = await open();
      expect(await walk(page, keys)).toEqual(control);
      await expect.poll(isTaken(page)).toBe(true);
      const held = heldFile(network, "consentry.banner.js");
      const slow = await open();
      expect(await walk(slow, keys.slice(2))).toEqual(control.slice(0, 3));
      held();
      await expect.poll(isTaken(slow)).toBe(true);
      expect(await focus(slow)).toBe(control[2]);
      expect(await walk(slow, keys.slice(3))).toEqual(control.slice(3));
    });

    it("an answer is announced, and the focus goes on, also where the interface comes after it", async () => {
      const control = await openTaken();
      await walk(control, ["Tab", "Tab", "Enter"]);
      await expect.poll(said(control)).not.toBe("");
      const words = await said(control)();
      const come = heldFile(network, "consentry.banner.js");
      const page = await open();
      expect(await walk(page, ["Tab", "Tab"])).toEqual(["a", "reject-all"]);
      await page.press("Enter");
      expect(await page.view()).toBe("none");
      come();
      await expect.poll(said(page)).toBe(words);
      expect(await focus(page)).toBe(await focus(control));
      expect((await page.choice())!.get("no")).toBe("performance marketing");
    });

    it("the settings that a key asked for open with the focus in them; Escape leads back, and decides nothing", async () => {
      const leave = async (page: Visit): Promise<string[]> => {
        await expect.poll(page.view).toBe("preferences");
        const inside = await focus(page);
        await page.press("Escape");
        await expect.poll(page.view).toBe("banner");
        return [inside, await focus(page)];
      };
      const keys: readonly Key[] = ["Tab", "Tab", "Tab", "Tab", "Enter"];
      const control = await openTaken();
      await walk(control, keys);
      const ways = await leave(control);
      const come = heldFile(network, "consentry.banner.js");
      const page = await open();
      await walk(page, [...keys, "Escape"]);
      expect(await look(page)).toEqual(SEEN);
      come();
      expect(await leave(page)).toEqual(ways);
      expect(await page.choice()).toBeNull();
    });
  },
);
