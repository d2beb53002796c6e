import { brotliCompressSync } from "node:zlib";
import { expect } from "vitest";
import { buildApp } from "./buildApp.ts";
import type { Shop } from "./openShop.ts";
import type { Row } from "./row.ts";
import { serveApp } from "./serveApp.ts";

/** What a text weighs: a page's files are the same from visit to visit, and brotli takes a second for those of a framework. */
const known = new Map<string, number>();

function weightOf(text: string): number {
  const weight = known.get(text) ?? brotliCompressSync(text).length;
  known.set(text, weight);
  return weight;
}

const weight = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + weightOf(text), 0);

/** The document of the app, and with it what the page has fetched of the app's own, in bytes after brotli. */
async function weigh(shop: Shop): Promise<{ html: number; all: number }> {
  await shop.settle();
  const bodies = await shop.evaluate(async () => {
    const names = performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => new URL(name).origin == location.origin);
    const answers = await Promise.all([...new Set(names)].map((name) => fetch(name)));
    // What a framework fetches of pages that nobody has opened is answered otherwise when we ask for it.
    const isScript = (one: Response): boolean =>
      (one.headers.get("content-type") ?? "").includes("javascript");
    return Promise.all(answers.filter(isScript).map((one) => one.text()));
  });
  const { html } = await shop.sent("/");
  return { html: weight([html]), all: weight([html, ...bodies]) };
}

export const SIZE_ROW: Row = {
  title: "adds to a page no more than its documentation says",
  needs: "without",
  isOnce: true,
  async run({ app, visit, of }) {
    const other = await serveApp(app, await buildApp(app, app.without));
    let bare: Awaited<ReturnType<typeof weigh>>;
    try {
      const shop = await of(other).visit();
      await expect.poll(shop.heading).toBe("Home");
      bare = await weigh(shop);
    } finally {
      await other.stop();
    }
    const kB = async (shop: Shop): Promise<number> => ((await weigh(shop)).all - bare.all) / 1000;
    const shop = await visit();
    await expect.poll(shop.view).toBe("banner");
    const head = ((await weigh(shop)).html - bare.html) / 1000;
    const asked = await kB(shop);
    // A pointer that takes its time: the banner's code comes, and what the settings need as the pointer reaches it.
    for (const action of ["reject-all", "accept-all"]) {
      await shop.page!.hover(`[data-consentry-action="${action}"]`);
      await shop.settle();
    }
    await shop.choose("accept-all");
    await expect.poll(shop.hits).toHaveLength(1);
    const accepted = await kB(shop);
    await shop.reload();
    await expect.poll(shop.hits).toHaveLength(2);
    const later = await kB(shop);
    const next = await visit();
    await expect.poll(next.view).toBe("banner");
    await next.choose("reject-all");
    await next.settle();
    await next.reload();
    await next.settle();
    expect(await next.view()).not.toBe("banner");
    const refused = await kB(next);
    expect(app.weighs).toBeDefined();
    const measured = { head, asked, accepted, later, refused };
    console.log("kB after brotli:", measured);
    for (const [what, limit] of Object.entries(app.weighs ?? {})) {
      const added = measured[what as keyof typeof measured];
      expect(added, what).toBeGreaterThan(0);
      expect(added, what).toBeLessThanOrEqual(limit);
    }
  },
};
