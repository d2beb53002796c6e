import { describe, expect, it } from "vitest";
import { pixel } from "../pages/vendors.ts";
import { CDN, gated, leaves } from "../util/gatedScripts.ts";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

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

await inOneEngine("content that is swapped", (open) => {
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

await inOneEngine("a thousand gated elements", (open, network) => {
  const COUNT = 1000;
  const LONG_TASK_MS = 50;
  /** The least that each script takes: together they are several long tasks. */
  const EACH_MS = 0.3;
  // How many had run at each turn that the page's own code got.
  const WATCH = `<script>
    const turns = window.turns = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      if (turns.at(-1) != seen.ran.length) turns.push(seen.ran.length);
      port2.postMessage("");
    };
    port2.postMessage("");
  </script>`;
  const elements = Array.from({ length: COUNT }, (_, index) =>
    index % 10 == 9
      ? `<img data-consent="marketing" data-src="${CDN}/dot.gif" alt="" width="1" height="1">`
      : gated(
          "marketing",
          "",
          `for (const end = performance.now() + ${EACH_MS}; performance.now() < end; ); seen.ran.push(${index})`,
        ),
  ).join("\n");
  /** The most scripts that ran between two turns of the page. */
  const most = (page: Visit): Promise<number> =>
    page.evaluate(() => {
      const { turns } = globalThis as unknown as { turns: number[] };
      return Math.max(...turns.map((ran, index) => ran - (turns[index - 1] ?? 0)));
    });

  it("are found and released in their order, fewer between two turns of the page than make a long task", async () => {
    network.route(`${CDN}/dot.gif`, pixel);
    const page = await open({ head: WATCH, library, body: elements });
    await expect.poll(page.view).toBe("banner");
    await page.settle();
    expect(await page.ran()).toEqual([]);
    const released = async (): Promise<void> => {
      await expect.poll(async () => (await page.ran()).length).toBe(COUNT - COUNT / 10);
      const order = await page.ran();
      expect(order).toEqual(order.toSorted((a, b) => Number(a) - Number(b)));
      expect(await most(page)).toBeLessThan(LONG_TASK_MS / EACH_MS);
    };
    await page.evaluate(() => {
      void Consentry.current!.acceptAll();
    });
    await released();
    await page.reload(); // Found and released while the page is parsed.
    await released();
  });
});
