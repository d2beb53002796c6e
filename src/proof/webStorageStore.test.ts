import { describe, expect, it } from "vitest";
import { fakeLocks } from "../../test/util/fakeLocks.ts";
import type { RecordRow } from "./recordStore.ts";
import { webStorageStore } from "./webStorageStore.ts";

const row = (key: string): RecordRow => ({ key, id: key, text: "{}", hash: "00" });
const empty = (): Record<string, string> => Object.create(null) as Record<string, string>;

/** A store that refuses to hold more than so many keys. */
function full(limit: number): Record<string, string> {
  return new Proxy(empty(), {
    set(target, key: string, text: string) {
      if (!(key in target) && Object.keys(target).length >= limit) {
        throw new DOMException("full", "QuotaExceededError");
      }
      target[key] = text;
      return true;
    },
  });
}

describe("webStorageStore", () => {
  it("keeps each row under its own key and reads them back in the order of keys", async () => {
    const store = empty();
    store["consentry"] = "the site's own";
    store["consentry/recordsx/9"] = "not ours";
    const recordStore = webStorageStore("localStorage", store);
    await recordStore.run(["records"], () => [
      ["records", row("b")],
      ["records", row("a")],
      ["heads", row("c")],
    ]);
    expect(Object.keys(store)).toContain("consentry/records/a");
    expect(await recordStore.run(["records", "heads", "outbox"])).toEqual([
      [row("a"), row("b")],
      [row("c")],
      [],
    ]);
    await recordStore.run(["records"], ([first]) => [["records", first!.key]]);
    expect(await recordStore.run(["records"])).toEqual([[row("b")]]);
    expect(store["consentry"]).toBe("the site's own");
  });

  it("writes all or nothing when the quota ends in between", async () => {
    const store = full(3);
    const recordStore = webStorageStore("localStorage", store);
    await recordStore.run(["records"], () => [["heads", { ...row("h"), hash: "old" }]]);
    const before = { ...store };
    const many = ["a", "b", "c"].map((key) => ["records", row(key)] as const);
    await expect(
      recordStore.run(["records"], () => [["heads", { ...row("h"), hash: "new" }], ...many]),
    ).rejects.toThrow("full");
    expect({ ...store }).toEqual(before);
  });

  it("gives a damaged row without its fields, and the others whole", async () => {
    const store = empty();
    const recordStore = webStorageStore("localStorage", store);
    for (const [key, text] of Object.entries({ a: "{", b: "null", c: "7", d: '"x"', e: "" })) {
      store[`consentry/records/${key}`] = text;
    }
    await recordStore.run(["records"], () => [["records", row("f")]]);
    const [rows] = await recordStore.run(["records"]);
    expect(rows.map(({ key, hash }) => [key, hash])).toEqual([
      ["a", undefined],
      ["b", undefined],
      ["c", undefined],
      ["d", undefined],
      ["e", undefined],
      ["f", "00"],
    ]);
  });

  it("takes a lock for each write, so that no one reads the same end twice", async () => {
    const locks = fakeLocks();
    const store = empty();
    const tabs = [1, 2, 3].map(() => webStorageStore("localStorage", store, locks));
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        tabs[i % 3]!.run(["records"], (rows) => [
          ["records", row(String(rows.length).padStart(3, "0"))],
        ]),
      ),
    );
    expect((await tabs[0]!.run(["records"]))[0]).toHaveLength(60);
  });
});
