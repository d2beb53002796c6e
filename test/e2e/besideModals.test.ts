import { expect, it } from "vitest";
import { inline } from "../util/html.ts";
import { inEveryEngine, inOneEngine, type Visit } from "../util/visit.ts";

// The banner beside modals that scripts hold, and on a page that writes itself again: in sight, it can be used.

const status = (page: Visit): Promise<string> =>
  page.evaluate(() => Consentry.current!.state.status);

/** What a script's focus trap does (focus-trap 7): presses and focus outside of its modal are swallowed at the document. */
const TRAP = `
  <div id="modal" role="dialog" aria-modal="true" style="position: fixed; inset: 100px auto auto 100px">
    Newsletter? <button id="no">No</button>
  </div>
  <script>
    const isOutside = (event) => !modal.contains(event.composedPath()[0]);
    for (const type of ["pointerdown", "mousedown", "touchstart", "click", "keydown"]) {
      document.addEventListener(type, (event) => {
        if (!isOutside(event)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      }, { capture: true, passive: false });
    }
    document.addEventListener("focusin", (event) => isOutside(event) && no.focus(), true);
    no.focus();
  </script>`;

await inEveryEngine("beside a modal of the page that a script holds", (open) => {
  it("the visitor can answer, and choose", async () => {
    const page = await open({ library: inline(), body: TRAP });
    await expect.poll(page.view).toBe("banner");
    await page.choose("reject-all");
    await expect.poll(() => status(page)).toBe("decided");
    await expect.poll(page.view).toBe("none");
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await page.flip("marketing");
    await page.choose("save");
    await expect.poll(async () => (await page.choice())?.get("yes")).toContain("marketing");
  });
});

/** The same by a trap that listens at the window, before any file of ours. */
const WINDOW_TRAP = `<script>
  for (const type of ["mousedown", "touchstart", "click"]) {
    addEventListener(type, (event) => {
      if (document.querySelector("#modal")?.contains(event.target)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, { capture: true, passive: false });
  }
</script>`;

await inEveryEngine("beside a modal that swallows every click at the window", (open) => {
  it("the visitor can answer, and what is no press answers nothing", async () => {
    const page = await open({
      head: WINDOW_TRAP,
      library: inline(),
      body: '<div id="modal">Newsletter?</div>',
    });
    await expect.poll(page.view).toBe("banner");
    // A pointer that comes from elsewhere, and one that rests, press nothing.
    await page.evaluate(() => {
      const button = document
        .querySelector("[data-consentry]")!
        .shadowRoot!.querySelector("[data-consentry-action=accept-all]")!;
      const send = (on: Element, type: string): void =>
        void on.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
      send(document.body, "pointerdown");
      send(button, "pointerup");
    });
    await page.choose("reject-all");
    await expect.poll(() => status(page)).toBe("decided");
    expect((await page.choice())?.get("yes")).toBe("");
  });
});

/** Whether the host, or what it stands in, can be neither pressed nor heard. */
const isShut = (page: Visit): Promise<boolean> =>
  page.evaluate(
    () => !!document.querySelector("[data-consentry]")!.closest("[inert],[aria-hidden]"),
  );

await inOneEngine("beside a modal that shuts all that stands beside it", (open) => {
  it.each(["inert", "aria-hidden"])("the banner stays open to everyone: %s", async (name) => {
    const page = await open({ library: inline(), body: '<div id="modal">Newsletter?</div>' });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate((attribute) => {
      for (const one of document.body.children)
        if (one.id != "modal") one.setAttribute(attribute, "true");
    }, name);
    await expect.poll(() => isShut(page)).toBe(false);
    await page.choose("reject-all");
    await expect.poll(() => status(page)).toBe("decided");
  });
});

await inEveryEngine("on a page whose body is shut", (open) => {
  it.each(["inert", "aria-hidden=true"])("the banner stands outside of it: %s", async (shut) => {
    const page = await open(
      `<!doctype html><html lang="en"><head><title>Shut</title>${inline()}</head><body ${shut}><p>Wait</p></body></html>`,
    );
    await expect.poll(page.view).toBe("banner");
    await expect.poll(() => isShut(page)).toBe(false);
    await page.choose("reject-all");
    await expect.poll(() => status(page)).toBe("decided");
  });

  it.each(["inert", "aria-hidden"])("the banner leaves it, each time: %s", async (name) => {
    const page = await open({ library: inline() });
    await expect.poll(page.view).toBe("banner");
    // The second time, the body is another one.
    for (const isNew of [false, true]) {
      await page.evaluate(
        ([attribute, swaps]) => {
          if (swaps) document.body.replaceWith(document.createElement("body"));
          setTimeout(() => document.body.setAttribute(attribute, "true"), 200);
        },
        [name, isNew] as const,
      );
      await expect
        .poll(() => page.evaluate((one) => document.body.hasAttribute(one), name))
        .toBe(true);
      await expect.poll(() => isShut(page)).toBe(false);
      await expect.poll(page.view).toBe("banner");
    }
    await page.choose("reject-all");
    await expect.poll(() => status(page)).toBe("decided");
  });
});

await inOneEngine("a page that its own code writes anew", (open) => {
  it("keeps the banner, and its buttons", async () => {
    const page = await open({ library: inline() });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => {
      document.open();
      document.write('<!doctype html><html lang="en"><title>New</title><h1>New</h1>');
      document.close();
    });
    await expect.poll(page.view).toBe("banner");
    await page.choose("reject-all");
    await expect.poll(() => status(page)).toBe("decided");
  });
});

/** What scrolls a page by script (Lenis, fullPage.js), what a page does at a key (Mousetrap), and what guards its own fields. */
const TAKES = ["wheel", "touchmove", "keypress", "beforeinput"];

await inOneEngine("on a page that scrolls by script, and has keys of its own", (open) => {
  it("the interface keeps its wheel, its touches and its letters", async () => {
    const page = await open({
      library: inline(),
      body: `<script>
        for (const type of ${JSON.stringify(TAKES)})
          document.addEventListener(type, (event) => event.preventDefault(), { capture: true, passive: false });
      </script>`,
    });
    await expect.poll(page.view).toBe("banner");
    const isLeft = (types: string[]): Promise<boolean[]> =>
      page.evaluate((all) => {
        const { shadowRoot } = document.querySelector("[data-consentry]")!;
        const send = (on: Element, type: string): boolean =>
          on.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
        const inside = shadowRoot!.querySelector("h2")!;
        return all.flatMap((type) => [send(inside, type), send(document.body, type)]);
      }, types);
    expect(await isLeft(TAKES)).toEqual(TAKES.flatMap(() => [true, false]));
  });
});
