import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { codes } from "../util/codes.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inEveryEngine, NOTHING } from "../util/visit.ts";

const MEDIA = ["localStorage", "sessionStorage", "indexedDB", "cache"] as const;
const library = inline({
  ...BASIC,
  reload: "never",
  services: [
    {
      id: "stats",
      name: "Stats",
      category: "performance",
      storage: [
        { name: "_vendor_*", medium: "cookie" },
        ...MEDIA.map((medium) => ({ name: "vendor-*", medium })),
      ],
    },
  ],
});

await inEveryEngine("erasing", (open, network) => {
  it("reaches cookies on the host and its parent, on folders of the path, partitioned or not", async () => {
    const address = `${SITE}/a/b/page`;
    network.route(address, {
      body: html({ library }),
      headers: { "content-type": "text/html" },
    });
    const page = await open({ library });
    await page.choose("accept-all");
    await expect.poll(page.choice).not.toBeNull();
    await page.goto(address);
    const names = (): Promise<string[]> =>
      page.evaluate(() =>
        document.cookie
          .split("; ")
          .map((pair) => pair.split("=")[0]!)
          .sort(),
      );
    const written = await page.evaluate(() => {
      const places = [
        "path=/",
        "path=/; domain=shop.test",
        "path=/; domain=www.shop.test",
        "path=/a",
        "path=/a/",
        "path=/a/b",
        "path=/a/b/; domain=shop.test",
        "path=/; secure; samesite=none; partitioned",
        "path=/a; domain=shop.test; secure; samesite=none; partitioned",
      ];
      places.forEach((place, index) => {
        document.cookie = `_vendor_${index}=1; max-age=9999; ${place}`;
        document.cookie = `_vendor_same=${index}; max-age=9999; ${place}`;
      });
      document.cookie = "_vendor=1; path=/";
      return places.length;
    });
    expect((await names()).filter((name) => name.startsWith("_vendor_"))).toHaveLength(2 * written);
    await page.evaluate(() => void Consentry.current!.withdraw());
    await expect.poll(names).toEqual(["_vendor", "consentry"]);
  });

  it("empties local and session storage, databases and caches of what is declared, and of nothing else", async () => {
    const page = await open({ library });
    await page.choose("accept-all");
    await expect.poll(page.choice).not.toBeNull();
    const caches = (): Promise<string[]> =>
      page.evaluate(async () => (await globalThis.caches.keys()).sort());
    await page.evaluate(async () => {
      for (const name of ["vendor-1", "vendor-2", "own"]) {
        localStorage.setItem(name, "1");
        sessionStorage.setItem(name, "1");
        await globalThis.caches.open(name);
        await new Promise((done) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => {
            request.result.close();
            done(null);
          };
        });
      }
    });
    expect(await caches()).toHaveLength(3);
    await page.evaluate(() => void Consentry.current!.withdraw("stats"));
    await expect.poll(page.stored).toEqual({
      ...NOTHING,
      cookies: ["consentry"],
      local: ["own"],
      session: ["own"],
      databases: ["consentry", "own"],
    });
    await expect.poll(caches).toEqual(["own"]);
    expect(await codes(page)).toEqual([]);
  });
});
