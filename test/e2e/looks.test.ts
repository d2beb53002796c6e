import { readFileSync } from "node:fs";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import type { BrowserContextOptions } from "playwright";
import { PNG } from "pngjs";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../pages/files.ts";
import {
  drawer,
  openDrawer,
  serve,
  SITE,
  takeLooks,
  type Box,
  type Look,
} from "../util/takeLooks.ts";

// How banner and preference centre look, against the pictures in docs/screenshots/looks. After a change that is
// meant: `npm run screenshots`, and look at each picture that changed. Where another browser version or system
// draws than the one that drew the pictures, they cannot be compared; what stands where is, everywhere.

interface References {
  drawer: string;
  boxes: Record<string, Record<string, Box>>;
}

const folder = join(root, "docs/screenshots/looks");
const kept = JSON.parse(readFileSync(join(folder, "looks.json"), "utf8")) as References;
const browser = await openDrawer();
const same = drawer(browser) == kept.drawer;
if (!same) {
  console.warn(
    `looks: drawn by ${drawer(browser)}, kept from ${kept.drawer}: only what stands where is compared.`,
  );
}

const looks: (Look & { layout: string })[] = [];
for await (const look of takeLooks(browser)) looks.push(look);
afterAll(() => browser.close());

/** Pixels that differ by more than the smoothing of edges. */
function difference(png: Buffer, name: string): number {
  const now = PNG.sync.read(png);
  const then = PNG.sync.read(readFileSync(join(folder, `${name}.png`)));
  const { width, height } = then;
  if (now.width != width || now.height != height) return Infinity;
  return pixelmatch(now.data, then.data, undefined, width, height, { threshold: 0.1 });
}

describe(`looks, by ${same ? "pixels and places" : "places only"}`, () => {
  it("has a reference for each, and no other", () => {
    expect([...new Set(looks.map(({ name }) => name))].toSorted()).toEqual(
      Object.keys(kept.boxes).toSorted(),
    );
    expect(looks).toHaveLength(24);
  });

  it.each(looks)("$name ($layout) is as it was", ({ name, png, boxes }) => {
    const before = kept.boxes[name]!;
    expect(Object.keys(boxes)).toEqual(Object.keys(before));
    const moved = Object.entries(boxes).filter(([id, box]) =>
      box.some((value, index) => Math.abs(value - before[id]![index]!) > 1),
    );
    expect(moved).toEqual([]);
    if (same) expect(difference(png, name)).toBe(0);
  });

  it("would see a button that is one shade off", () => {
    const { name, png, boxes } = looks[0]!;
    const [x, y] = Object.entries(boxes).find(([id]) => id.endsWith(" button"))![1];
    const changed = PNG.sync.read(png);
    for (let row = y + 10; row < y + 20; row++) {
      for (let column = x + 10; column < x + 20; column++) {
        changed.data[(row * changed.width + column) * 4]! ^= 64;
      }
    }
    expect(difference(PNG.sync.write(changed), name)).toBeGreaterThan(50);
  });
});

describe("what the visitor's device asks for", () => {
  /** Opens banner and preference centre on a device with these settings, and looks before anything stands still. */
  async function onDevice<T>(
    settings: BrowserContextOptions,
    look: (root: ShadowRoot) => T | Promise<T>,
  ): Promise<T[]> {
    const context = await browser.newContext({
      viewport: { width: 800, height: 600 },
      ...settings,
    });
    const page = await context.newPage();
    await serve(page, "box");
    await page.goto(`${SITE}/`);
    const found: T[] = [];
    const inside = `(${look.toString()})(document.querySelector("[data-consentry]").shadowRoot)`;
    await page.locator(".banner").waitFor();
    found.push(await page.evaluate<T>(inside));
    await page.locator('[data-consentry-action="open-preferences"]').click();
    await page.locator(".prefs[open]").waitFor();
    found.push(await page.evaluate<T>(inside));
    await context.close();
    return found;
  }

  it("is no motion, where it asks for less: nothing rises, no switch slides", async () => {
    const motion = (root: ShadowRoot): string[] =>
      [...root.querySelectorAll("section, dialog, [role=switch]")].flatMap((one) => {
        const part = one.matches("input") ? "::after" : null;
        const { animationName, transitionDuration } = getComputedStyle(one, part);
        return animationName == "none" && transitionDuration == "0s" ? [] : [one.localName];
      });
    expect(await onDevice({ reducedMotion: "reduce" }, motion)).toEqual([[], []]);
    const [first, second] = await onDevice({ reducedMotion: "no-preference" }, motion);
    expect(first).toEqual(["section"]);
    expect(new Set(second)).toEqual(new Set(["dialog", "input"]));
  });

  it("is its own colours, where it forces them: each button keeps an edge, on and off differ", async () => {
    const edges = (root: ShadowRoot): { faint: number; switches: string[] } => {
      const ground = getComputedStyle(root.querySelector("section, dialog")!).backgroundColor;
      const buttons = [...root.querySelectorAll("button")].map((one) => getComputedStyle(one));
      const faint = buttons.filter(
        ({ borderTopColor, borderTopWidth }) => borderTopColor == ground || borderTopWidth == "0px",
      ).length;
      const [one] = root.querySelectorAll<HTMLInputElement>("[role=switch]");
      if (!one) return { faint, switches: [] };
      const color = (): string => getComputedStyle(one, "::before").backgroundColor;
      one.style.transition = "none";
      const off = color();
      one.checked = true;
      return { faint, switches: [off, color()] };
    };
    const [first, second] = await onDevice(
      { forcedColors: "active", reducedMotion: "reduce" },
      edges,
    );
    expect(first).toEqual({ faint: 0, switches: [] });
    expect(second!.faint).toBe(0);
    expect(new Set(second!.switches).size).toBe(2);
  });
});
