import { describe, expect, it } from "vitest";
import { pixel } from "../pages/vendors.ts";
import { CDN, gated, leaves } from "../util/gatedScripts.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inEveryEngine, type Visit } from "../util/visit.ts";

const library = inline({ ...BASIC, reload: "never" });

/** Swaps the page's content the ways that page routers do it; each sees the new body's markup. */
const SWAPS: Record<string, (markup: string) => void> = {
  "a new body element (Turbo, Astro, Livewire)": (markup) => {
    const next = new DOMParser().parseFromString(markup, "text/html");
    document.body.replaceWith(document.adoptNode(next.body));
  },
  "a new body with a head made anew (Astro)": (markup) => {
    const next = new DOMParser().parseFromString(markup, "text/html");
    document.head.replaceChildren(document.createElement("title"));
    document.body.replaceWith(document.adoptNode(next.body));
  },
  "new text in the same body (htmx)": (markup) => {
    document.body.innerHTML = markup;
  },
};

await inEveryEngine("content that is swapped", (open) => {
  describe.each(Object.entries(SWAPS))("by %s", (_, swap) => {
    it("keeps the interface and the gate, and runs what each page brings once", async () => {
      const markup = (name: string): string =>
        `<h1>${name}</h1><a id="again" href="#cookie-settings">Settings</a>
       ${gated("performance", "", leaves(name))}
       <iframe data-consent="marketing" data-src="${CDN}/${name}" width="400" height="300"></iframe>`;
      const page = await open({ library, body: gated("performance", "", leaves("first")) });
      await expect.poll(page.view).toBe("banner");
      await page.evaluate(swap, markup("second"));
      await page.settle();
      expect(page.outside()).toEqual([]);
      const homes = (): Promise<boolean[]> =>
        page.evaluate(() =>
          [...document.querySelectorAll("[data-consentry]")].map((host) => host.isConnected),
        );
      expect(await homes()).toEqual([true]);
      await page.choose("accept-all");
      await expect.poll(page.ran).toEqual(["second"]);
      await expect.poll(page.calls).toEqual(["GET cdn.vendor.test/second"]);

      await page.evaluate(swap, markup("third"));
      await expect.poll(page.ran).toEqual(["second", "third"]);
      await page.evaluate(swap, markup("second")); // The router goes back: a new element, a new run.
      const all = ["second", "third", "second"];
      await expect.poll(page.ran).toEqual(all);
      await page.click("#again");
      await expect.poll(page.view).toBe("preferences");
      await page.choose("reject-all");
      await page.evaluate(swap, markup("fourth"));
      await page.settle();
      expect(await page.ran()).toEqual(all);
      expect(page.calls()).not.toContain("GET cdn.vendor.test/fourth");
      expect(await page.errors()).toEqual([]);
    });
  });

  it('data-run="each" runs again on each grant after a withdrawal, others once a page', async () => {
    const page = await open({
      library,
      body:
        gated("performance", 'data-run="each"', leaves("each")) +
        gated("performance", "", leaves("once")),
    });
    const decide = async (verb: "acceptAll" | "rejectAll"): Promise<void> => {
      const decisions = (await page.events()).filter(({ name }) => name == "decision").length;
      await page.evaluate((name) => Consentry.current![name](), verb);
      await expect
        .poll(async () => (await page.events()).filter(({ name }) => name == "decision").length)
        .toBe(decisions + 1);
    };
    await decide("acceptAll");
    await expect.poll(page.ran).toEqual(["each", "once"]);
    await decide("acceptAll"); // Nothing was taken back: nothing runs again.
    await decide("rejectAll");
    await decide("acceptAll");
    await expect.poll(page.ran).toEqual(["each", "once", "each"]);
    await page.settle();
    expect(await page.ran()).toEqual(["each", "once", "each"]);
  });

  it("a placeholder and what it stands for take the same place: nothing in the page shifts", async () => {
    const page = await open({
      library,
      body: `<div style="width: 600px"><p>Above</p>
        <iframe data-consent="marketing" data-src="${CDN}/a?x=1" width="480" height="270"></iframe>
        <iframe data-consent="marketing" data-src="${CDN}/b" style="width: 100%; aspect-ratio: 16 / 9; border: 0"></iframe>
        <p id="below">Below</p></div>`,
    });
    const below = (): Promise<number> =>
      page.evaluate(() =>
        Math.round(document.querySelector("#below")!.getBoundingClientRect().top + scrollY),
      );
    const standIns = (): Promise<number> =>
      page.evaluate(() => document.querySelectorAll("[data-consentry-placeholder]").length);
    await expect.poll(standIns).toBe(2);
    const waiting = await below();
    await page.choose("accept-all");
    await expect.poll(standIns).toBe(0);
    await expect.poll(page.calls).toEqual(["GET cdn.vendor.test/a", "GET cdn.vendor.test/b"]);
    expect(Math.abs((await below()) - waiting)).toBeLessThanOrEqual(1);
    await page.evaluate(() => Consentry.current!.rejectAll());
    await expect.poll(standIns).toBe(2);
    expect(Math.abs((await below()) - waiting)).toBeLessThanOrEqual(1);
  });
});

await inEveryEngine("a thousand gated elements", (open, network, engine) => {
  const COUNT = 1000;
  const WATCH = `<script>
    window.longest = 0;
    const note = (list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); };
    if (PerformanceObserver.supportedEntryTypes.includes("longtask"))
      new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
  </script>`;
  const elements = (isGated: boolean): string =>
    Array.from({ length: COUNT }, (_, index) => {
      const image = `${isGated ? "data-" : ""}src="${CDN}/dot.gif"`;
      if (index % 10 == 9)
        return `<img ${isGated ? 'data-consent="marketing"' : ""} ${image} alt="" width="1" height="1">`;
      const code = `seen.ran.push(${index})`;
      return isGated ? gated("marketing", "", code) : `<script>${code}</script>`;
    }).join("\n");
  const longest = (page: Visit): Promise<number> =>
    page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
  const calm = (): Promise<void> => new Promise((done) => setTimeout(done, 700));

  it("are found and released in their order, without a long task that the page alone had not", async () => {
    network.route(`${CDN}/dot.gif`, pixel);
    const control = "https://www.shop.test/control";
    network.route(control, html({ head: WATCH, library: "", body: elements(false) }));
    const found: { ours: number; alone: number }[] = [];
    // Other work on the machine also makes tasks long: what is ours would show every time.
    for (let attempt = 0; attempt < 4; attempt++) {
      const page = await open({ head: WATCH, library, body: elements(true) });
      await expect.poll(page.view).toBe("banner");
      await calm();
      expect(await page.ran()).toEqual([]);
      await page.evaluate(() => {
        (globalThis as unknown as { longest: number }).longest = 0;
        Consentry.current!.acceptAll();
      });
      await expect.poll(async () => (await page.ran()).length).toBe(COUNT - COUNT / 10);
      await calm();
      const released = await longest(page);
      const order = await page.ran();
      expect(order).toEqual(order.toSorted((a, b) => Number(a) - Number(b)));
      await page.goto(control);
      await calm();
      const alone = await longest(page);
      await page.goto("https://www.shop.test/"); // Found and released while the page is parsed.
      await expect.poll(async () => (await page.ran()).length).toBe(COUNT - COUNT / 10);
      await calm();
      const ours = Math.max(released, await longest(page));
      await page.close();
      found.push({ ours, alone });
      if (ours <= Math.max(50, alone)) break;
    }
    const { ours, alone } = found.at(-1)!;
    expect(ours, JSON.stringify(found)).toBeLessThanOrEqual(Math.max(50, alone));
    expect(engine.name == "chromium" || ours == 0).toBe(true); // Others do not measure long tasks.
  });
});
