import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { codes } from "../util/codes.ts";
import { BASIC } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

const NONCE = "abc123";
const MINE = { controller: { name: "Mine BV" }, categories: ["performance"] };
const json = { "content-type": "application/json" };
const block = (config: unknown, nonce = ""): string =>
  `<script type="application/json" id="consentry-config" ${nonce && `nonce="${nonce}"`}>${JSON.stringify(config)}</script>`;
const tag = (attributes = ""): string => `<script src="/dist/consentry.js" ${attributes}></script>`;
const startMine = `<script type="module">Consentry.start(${JSON.stringify(MINE)})</script>`;

await inOneEngine("the script tag among what others pasted", (open, network) => {
  it("takes no configuration block without its own nonce, and says so", async () => {
    for (const other of ["", "guessed"]) {
      const page = await open({ library: block(BASIC, other) + tag(`nonce="${NONCE}"`) });
      await expect.poll(() => codes(page)).toContain("nonce-missing");
      await page.settle();
      expect(await page.view()).not.toBe("banner");
      expect(await page.evaluate(() => Consentry.current?.permits("necessary"))).not.toBe(
        undefined,
      );
    }
    const page = await open({ library: block(BASIC, NONCE) + tag(`nonce="${NONCE}"`) });
    await expect.poll(page.view).toBe("banner");
    expect(await codes(page)).not.toContain("nonce-missing");
  });

  it("lets the site's own start win over a block that came before it", async () => {
    for (const library of [
      block(BASIC) + tag() + startMine,
      block(BASIC) + tag("defer") + startMine,
      block(BASIC, "") + tag(`nonce="${NONCE}"`) + startMine,
    ]) {
      const page = await open({ library });
      await expect.poll(page.view).toBe("banner");
      const asks = (): Promise<string | null> =>
        page.evaluate(() => document.querySelector("[data-consentry]")!.shadowRoot!.textContent);
      await expect.poll(asks).toContain("Mine BV");
      expect(await asks()).not.toContain("Acme BV");
      expect(await page.evaluate(() => document.querySelectorAll("[data-consentry]").length)).toBe(
        1,
      );
      expect(await codes(page)).not.toContain("already-started");
    }
  });

  it("starts from a block below a deferred tag, and where the tag comes late", async () => {
    const late = `<script>addEventListener("load", () => setTimeout(() => {
      const late = document.createElement("script");
      late.src = "/dist/consentry.js";
      document.head.append(late);
    }))</script>`;
    for (const parts of [
      { library: tag("defer"), body: block(BASIC) },
      { library: tag("async"), body: block(BASIC) },
      { library: late, body: block(BASIC) },
    ]) {
      const page = await open(parts);
      await expect.poll(page.view).toBe("banner");
    }
  });

  it("resolves data-config and the collector against the page, never against a base", async () => {
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify({ ...BASIC, collector: "collect" }),
      headers: json,
    });
    const page = await open({
      head: '<base href="https://elsewhere.test/">',
      library: `<script src="${SITE}/dist/consentry.js" data-config="consent.json"></script>`,
    });
    await expect.poll(page.view).toBe("banner");
    await page.choose("accept-all");
    const posted = (): string[] =>
      network.log
        .entries()
        .filter(({ path }) => path.endsWith("/collect"))
        .map(({ host }) => host);
    await expect.poll(posted).not.toEqual([]);
    for (const host of posted()) expect(host).toBe(new URL(SITE).hostname);
  });

  it("names a configuration that is missing or broken, with its address and the status", async () => {
    network.route(`${SITE}/gone.json`, {
      status: 404,
      body: '{"controller":{"name":"No"}}',
      headers: json,
    });
    network.route(`${SITE}/broken.json`, { body: "{", headers: json });
    for (const [file, status] of [
      ["/gone.json", 404],
      ["/broken.json", 200],
    ] as const) {
      for (const how of ["", "defer"]) {
        const page = await open({ library: tag(`${how} data-config="${file}"`) });
        await expect.poll(() => codes(page)).toEqual(["config-unreadable"]);
        await page.settle();
        expect(await page.view()).not.toBe("banner");
        const said = await page.evaluate(
          () =>
            new Promise<string>((resolve) => {
              Consentry.current!.on("problem", ({ message }) => resolve(message));
            }),
        );
        expect(said).toContain(`${file} (${status})`);
      }
    }
  });
});
