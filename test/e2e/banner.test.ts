import { expect, it } from "vitest";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const library = inline({
  ...BASIC,
  services: [{ id: "stats", name: "Stats", category: "performance", storage: [] }],
});

/** Attributes of the host, and what its open shadow root offers. */
const face = (page: Visit) =>
  page.evaluate(() => {
    const host = document.querySelector("[data-consentry]");
    const root = host?.shadowRoot;
    const values = (name: string): string[] =>
      [...(root?.querySelectorAll(`[${name}]`) ?? [])]
        .filter((element) => element.getClientRects().length)
        .map((element) => element.getAttribute(name)!)
        .sort();
    return {
      hosts: document.querySelectorAll("[data-consentry]").length,
      state: host?.getAttribute("data-consentry-state"),
      view: host?.getAttribute("data-consentry-view"),
      actions: [...new Set(values("data-consentry-action"))],
      ids: values("data-consentry-id"),
    };
  });

await inOneEngine("the banner", (open) => {
  it("has accept all, reject all and settings on its first layer, found by attribute", async () => {
    const page = await open({ library });
    await expect
      .poll(() => face(page))
      .toMatchObject({ hosts: 1, state: "undecided", view: "banner" });
    expect((await face(page)).actions).toEqual(
      expect.arrayContaining(["accept-all", "open-preferences", "reject-all"]),
    );
  });

  it("offers the first two equally: same size, same colours, same font, one step each", async () => {
    const page = await open({ library });
    await expect.poll(page.view).toBe("banner");
    const looks = await page.evaluate(() =>
      ["accept-all", "reject-all"].map((action) => {
        const button = document
          .querySelector("[data-consentry]")!
          .shadowRoot!.querySelector(`[data-consentry-action="${action}"]`)!;
        const style = getComputedStyle(button);
        const { width, height } = button.getBoundingClientRect();
        return [
          button.localName,
          Math.round(width),
          Math.round(height),
          ...["color", "backgroundColor", "borderColor", "fontSize", "fontWeight", "opacity"].map(
            (name) => style[name as "color"],
          ),
        ];
      }),
    );
    expect(looks[0]).toEqual(looks[1]);
  });

  it("has a preference centre with switches, save and withdraw; nothing optional is on", async () => {
    const page = await open({ library });
    await page.choose("open-preferences");
    await expect.poll(() => face(page)).toMatchObject({ hosts: 1, view: "preferences" });
    const { actions, ids } = await face(page);
    expect(actions).toEqual(expect.arrayContaining(["accept-all", "reject-all", "save"]));
    expect(ids).toEqual(expect.arrayContaining(["performance", "marketing"]));
    const on = await page.evaluate(() =>
      [
        ...document
          .querySelector("[data-consentry]")!
          .shadowRoot!.querySelectorAll("[data-consentry-id]"),
      ]
        .filter(
          (control) =>
            (control as HTMLInputElement).checked || control.getAttribute("aria-checked") == "true",
        )
        .map((control) => control.getAttribute("data-consentry-id")),
    );
    expect(on.filter((id) => id != "necessary")).toEqual([]);
    await page.flip("performance");
    await page.choose("save");
    await expect.poll(() => face(page)).toMatchObject({ state: "decided", view: "none" });
    expect((await page.choice())?.get("yes")).toBe("performance");
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect.poll(async () => (await face(page)).actions).toContain("withdraw-all");
  });

  it("never takes Escape or closing for consent", async () => {
    const page = await open({ library });
    await expect.poll(page.view).toBe("banner");
    await page.press("Escape");
    await page.choose("open-preferences");
    await page.flip("marketing");
    await page.press("Escape");
    await expect.poll(page.view).not.toBe("preferences");
    expect(await page.choice()).toBeNull();
    expect(await page.evaluate(() => Consentry.current!.permits("marketing"))).toBe(false);
    // The question is still open.
    await expect.poll(page.view).toBe("banner");
  });

  it("moves nothing on the page when it comes and when it goes", async () => {
    const page = await open({
      head: `<style>body { margin: 0 }</style>`,
      library,
      body: `<p id="end" style="margin-top:40vh">End</p>`,
    });
    const top = () =>
      page.evaluate(() => [
        document.querySelector("#end")!.getBoundingClientRect().top,
        document.documentElement.scrollHeight,
      ]);
    await expect.poll(page.view).toBe("banner");
    const during = await top();
    await page.choose("reject-all");
    await expect.poll(page.view).toBe("none");
    expect(await top()).toEqual(during);
  });

  it("can be used with the keyboard alone", async () => {
    const page = await open({ library });
    await expect.poll(page.view).toBe("banner");
    const focused = () =>
      page.evaluate(
        () =>
          document
            .querySelector("[data-consentry]")
            ?.shadowRoot?.activeElement?.getAttribute("data-consentry-action") ?? null,
      );
    for (let i = 0; i < 8 && (await focused()) != "reject-all"; i++) await page.press("Tab");
    expect(await focused()).toBe("reject-all");
    await page.press("Enter");
    await expect.poll(page.choice).not.toBeNull();
    expect((await page.choice())?.get("no")).toBe("performance marketing");
  });

  it("fits a phone without a sideways scroll", async () => {
    const page = await open({ library }, { width: 360, height: 640 });
    await expect.poll(page.view).toBe("banner");
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    expect(await fits()).toBe(true);
    await page.choose("open-preferences");
    await expect.poll(page.view).toBe("preferences");
    expect(await fits()).toBe(true);
  });
});
