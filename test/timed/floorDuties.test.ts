import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { openBrowser } from "../../bench/lib/browser.mjs";
import { openWorld } from "../../bench/lib/world.mjs";
import { goals } from "../../bench/report/goals.mjs";

interface Row {
  text: string;
  hash: string;
}
interface Watched extends Window {
  order: string[];
}

/** Notes which comes first: the end of what is written, or a script. */
const watch = (vendor: string): void => {
  const order: string[] = [];
  (window as unknown as Watched).order = order;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with what it belongs to
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, ...more) {
    const made = transaction.call(this, stores, mode, ...more);
    if (mode == "readwrite") made.addEventListener("complete", () => order.push("record"));
    return made;
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (node instanceof HTMLScriptElement && node.src.startsWith(vendor)) order.push("script");
      }
    }
  }).observe(document, { childList: true, subtree: true });
};

const readRows = (): Promise<Row[]> =>
  new Promise((done) => {
    const request = indexedDB.open("floor");
    request.onsuccess = () => {
      const all = request.result.transaction("records").objectStore("records").getAll();
      all.onsuccess = () => done(all.result as Row[]);
    };
  });

it("the bench's floor of the same duties does them: a chained record, then the scripts; a strict cookie", async () => {
  const world = await openWorld(["floor-duties"]);
  const browser = await openBrowser(world);
  try {
    const context = await browser.newContext();
    const visit = async () => {
      const page = await context.newPage();
      await page.addInitScript(watch, world.vendor);
      await page.goto(`${world.site}/floor-duties/`);
      return page;
    };
    const order = (page: Awaited<ReturnType<typeof visit>>) =>
      page.evaluate(() => (window as unknown as Watched).order);
    const released = ["script", "script", "script"];

    const first = await visit();
    await first.getByRole("button", { name: "Accept all" }).click();
    await expect.poll(() => order(first)).toEqual(["record", ...released]);

    const returning = await visit();
    await expect.poll(() => order(returning)).toEqual(released);
    await expect(returning.getByRole("button", { name: "Accept all" }).count()).resolves.toBe(0);

    // Made about something else, as it seems: asked again, and nothing starts.
    const [cookie] = await context.cookies();
    await context.addCookies([{ ...cookie!, value: `${cookie!.value}x` }]);
    const again = await visit();
    await again.getByRole("button", { name: "Reject all" }).click();
    await expect.poll(() => order(again)).toEqual(["record"]);

    const rows = await again.evaluate(readRows);
    const chain = rows.map(({ text }) => (JSON.parse(text) as { previous: string }).previous);
    const hashes = rows.map(({ text }) => createHash("sha256").update(text).digest("hex"));
    expect(rows.map(({ hash }) => hash)).toEqual(hashes);
    expect(chain).toEqual(["", hashes[0]]);
  } finally {
    await browser.close();
    world.close();
  }
});

it("goals of the bench do not take the floor of the same duties for the fastest", () => {
  const one = (kind: string, median: number) => ({
    kind,
    measures: { "first.clickToFirst": { median } },
  });
  const contestants = {
    "floor-inline": one("floor", 10),
    "floor-duties": one("duties", 5),
    "consentry-tag": one("ours", 20),
  };
  const click = goals({ contestants, alone: {} }).find(({ what }) =>
    what.endsWith("of the fastest floor"),
  );
  expect(click).toMatchObject({ measured: "2 ×" });
});
