import { readFileSync } from "node:fs";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../pages/files.ts";
import { drawer, openDrawer, takeLooks, type Box, type Look } from "../util/takeLooks.ts";

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
