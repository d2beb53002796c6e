// What a review tried and what held: it stays held.
import { expect, it } from "vitest";
import { codes } from "../util/codes.ts";
import { gated, leaves } from "../util/gatedScripts.ts";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

const GATED = gated("performance", "", leaves("ran"));
const WAY = "../../evil";

await inOneEngine("what a configuration and a visitor's storage can hold", (open, network) => {
  it("fetches no file by a name that leads out of the library's folder", async () => {
    const names = [
      WAY,
      "..%2f..%2fevil",
      "//evil.vendor.test/x",
      "https://evil.vendor.test/x",
      "evil?",
      "evil#x",
      "evil\\x",
      "__proto__",
    ];
    for (const name of names) {
      const page = await open({
        lang: "en",
        library: inline({
          ...BASIC,
          language: name,
          locales: { [name]: {} },
          services: { [name]: {}, youtube: {} },
          signals: [name],
          migrate: { [name]: { x: "performance" } },
        }),
        head: `<script>document.documentElement.lang = ${JSON.stringify(name)}</script>`,
        body: GATED,
      });
      await expect.poll(() => codes(page)).not.toEqual([]);
      await page.settle();
      const asked = network.log.entries().map(({ host, path }) => host + path);
      expect(
        asked.filter((one) => one.includes("evil")),
        name,
      ).toEqual([]);
      expect(await page.ran(), name).toEqual([]);
    }
  });

  it("takes no address or id of a service that would run as script or lead elsewhere", async () => {
    const evil = "javascript:seen.ran.push(1)//";
    const page = await open({
      library: inline({
        ...BASIC,
        services: {
          matomo: { url: evil, id: "1" },
          "google-tag-manager": { id: `GTM-X"></script><script>seen.ran.push(2)</script>` },
          "google-analytics": { id: `G-1&callback=${evil}` },
        },
      }),
      body: GATED,
    });
    await expect.poll(() => codes(page)).not.toEqual([]);
    await page.evaluate(() => Consentry.current?.acceptAll());
    await page.settle();
    expect((await page.ran()).filter((one) => one != "ran")).toEqual([]);
    expect(
      page.calls().filter((call) => call.includes("callback") || call.includes("script")),
    ).toEqual([]);
  });

  it("starts and asks beside what someone left under our names in web storage", async () => {
    const texts = [
      "__proto__ constructor",
      "x".repeat(100_000),
      "a ".repeat(50_000),
      '{"a":',
      "\u0000\u2028",
      "../.. *",
    ];
    for (const text of texts) {
      const head = `<script>for (const name of ["consentry:clean-up", "consentry:outbox", "consentry:imported", "consentry/records/x"])
        for (const storage of [localStorage, sessionStorage]) storage.setItem(name, ${JSON.stringify(text)})</script>`;
      const page = await open({ head, library: inline(BASIC), body: GATED });
      await expect.poll(page.view).toBe("banner");
      await page.choose("reject-all");
      await expect.poll(async () => (await page.choice())?.get("yes")).toBe("");
      await page.settle();
      expect(await page.ran()).toEqual([]);
      expect(await page.errors()).toEqual([]);
    }
  });

  it("hears no messages and no window name of a page that opened or framed it", async () => {
    const page = await open({
      head: `<script>window.name = JSON.stringify({ consent: true, yes: ["performance"] });
        addEventListener("load", () => { for (const data of ["acceptAll", { kind: "accept-all" }, { type: "consentry:decision" }]) postMessage(data, "*"); })</script>`,
      library: inline(BASIC),
      body: GATED,
    });
    await expect.poll(page.view).toBe("banner");
    await page.settle();
    expect(await page.view()).toBe("banner");
    expect(await page.choice()).toBeNull();
    expect(await page.ran()).toEqual([]);
  });
});
