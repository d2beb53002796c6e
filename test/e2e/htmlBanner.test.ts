import { expect, it } from "vitest";
import type { SiteConfig } from "consentry/server";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { GONE, isTaken, look, pageOf, SEEN, type Parts } from "../util/bannerPage.ts";
import { frames } from "../util/frames.ts";
import { heldFile } from "../util/heldFile.ts";
import { missingFile } from "../util/missingFile.ts";
import { BASIC } from "../util/html.ts";
import { inEveryEngine, NOTHING, type Visit, type VisitOptions } from "../util/visit.ts";

// The banner is in the HTML of a real server page. What comes when is held file by file.

const records = (page: Visit) =>
  page.evaluate(async () =>
    (await Consentry.current!.proof.records()).map(
      ({ event, method, at, trusted, page, notice, language }) => ({
        event,
        method,
        at,
        trusted,
        page,
        notice,
        language,
      }),
    ),
  );
/** What has happened, whatever came first. */
const ran = (page: Visit) => async () => (await page.ran()).toSorted();
const cookie = async (page: Visit): Promise<string> =>
  decodeURIComponent((await page.cookies()).find(({ name }) => name == "consentry")?.value ?? "");

await inEveryEngine("the banner in the HTML", (openPage, network: TestNetwork) => {
  const open = async (
    config: SiteConfig = BASIC,
    parts: Parts = {},
    options: VisitOptions = {},
  ): Promise<Visit> => {
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify(config),
      headers: { "content-type": "application/json" },
    });
    return openPage(await pageOf(config, parts), { arrival: "domcontentloaded", ...options });
  };
  const second = async (config: SiteConfig, path: string, parts: Parts = {}) =>
    network.route(`${SITE}${path}`, {
      body: await pageOf(config, parts),
      headers: { "content-type": "text/html; charset=utf-8" },
    });

  it("stands without a file of ours; script takes over the very nodes, with the focus in them, and what it would have made", async () => {
    const come = heldFile(network, "consentry.js");
    const page = await open();
    await expect.poll(() => look(page)).toEqual(SEEN);
    expect(await page.stored()).toEqual(NOTHING);
    await page.evaluate(() => {
      const root = document.querySelector("[data-consentry]")!.shadowRoot!;
      const nodes = [...root.querySelectorAll(".banner, .banner *")];
      nodes
        .find((one): one is HTMLElement => one.matches("[data-consentry-action=accept-all]"))!
        .focus();
      const { length } = root.querySelector(".banner")!.getAnimations({ subtree: true });
      Object.assign(window, { nodes, moving: length });
    });
    come();
    await expect.poll(isTaken(page)).toBe(true);
    const after = await page.evaluate(() => {
      const { nodes, moving } = window as never as { nodes: Element[]; moving: number };
      const root = document.querySelector("[data-consentry]")!.shadowRoot!;
      const now = [...root.querySelectorAll(".banner, .banner *")];
      return {
        same: now.length == nodes.length && now.every((one, index) => one == nodes[index]),
        focus: root.activeElement?.getAttribute("data-consentry-action"),
        moving: moving + root.querySelector(".banner")!.getAnimations({ subtree: true }).length,
      };
    });
    expect(after).toEqual({ same: true, focus: "accept-all", moving: 0 });
    expect(await look(page)).toEqual(SEEN);
    await page.choose("accept-all");
    await expect.poll(ran(page)).toEqual(["decision", "gated"]);
    expect((await page.choice())!.get("yes")).toBe("performance marketing");
    expect(await records(page)).toMatchObject([{ method: "accept-all", trusted: true }]);
    expect(await page.errors()).toEqual([]);
  });

  it.each([
    ["accept-all", "given", ["decision", "gated"]],
    ["reject-all", "refused", ["decision"]],
  ] as const)(
    "answers %s before there is code; seals it with its own time, and only then acts",
    async (action, event, acts) => {
      const come = heldFile(network, "consentry.js");
      const page = await open();
      await expect.poll(() => look(page)).toEqual(SEEN);
      const before = Math.floor(Date.now() / 1000);
      await page.choose(action);
      expect(await look(page)).toEqual(GONE);
      expect(await cookie(page)).toMatch(
        new RegExp(`^v=1&click=${action}&t=\\d+&shown=\\w+&lang=en&trusted=1&page=/$`),
      );
      const at = Number(/t=(\d+)/.exec(await cookie(page))![1]);
      expect(at).toBeGreaterThanOrEqual(before);
      expect(await page.ran()).toEqual([]);
      // A second of the clock goes by, so that another time would be told.
      await expect.poll(() => Date.now() / 1000).toBeGreaterThan(at + 1.1);
      come();
      await expect.poll(ran(page)).toEqual(acts);
      expect(await look(page)).toEqual(GONE);
      const [record, ...more] = await records(page);
      expect(more).toEqual([]);
      expect(record).toMatchObject({
        event,
        method: action,
        trusted: true,
        at: new Date(at * 1000).toISOString(),
        page: `${SITE}/`,
      });
      expect(record!.notice).toMatch(/^[\da-f]{64}$/);
      expect((await page.choice())!.get("t")).toBe(String(at));
      await page.reload();
      await expect.poll(() => page.evaluate(() => Consentry.current?.state.status)).toBe("decided");
      expect((await look(page)).isSeen).toBe(false);
      expect(await page.errors()).toEqual([]);
    },
  );

  it("an answer whose code never came is sealed on the next page, in another language too, and permits nothing until then", async () => {
    heldFile(network, "consentry.js");
    const page = await open(BASIC, { lang: "nl" });
    await expect.poll(async () => (await look(page)).isSeen).toBe(true);
    await page.choose("accept-all");
    const at = Number(/t=(\d+)/.exec(await cookie(page))![1]);
    const come = heldFile(network, "consentry.js");
    await second(BASIC, "/next", { lang: "en" });
    await page.goto(`${SITE}/next`);
    expect((await look(page)).isSeen).toBe(false);
    expect(await page.ran()).toEqual([]);
    come();
    await expect.poll(ran(page)).toEqual(["decision", "gated"]);
    expect(await records(page)).toMatchObject([
      {
        method: "accept-all",
        at: new Date(at * 1000).toISOString(),
        page: `${SITE}/`,
        language: "nl",
      },
    ]);
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect
      .poll(() =>
        page.evaluate(() =>
          document
            .querySelector("[data-consentry]")!
            .shadowRoot!.querySelector("[lang]")!
            .getAttribute("lang"),
        ),
      )
      .toBe("en");
  });

  it.each(["consentry.banner.js", "consentry.decisions-proof.js"])(
    "an answer that the core knows, and %s never came for, is sealed on the next page",
    async (file) => {
      const come = heldFile(network, "consentry.js");
      const back = missingFile(network, file);
      const page = await open();
      await expect.poll(() => look(page)).toEqual(SEEN);
      await page.choose("accept-all");
      const at = Number(/t=(\d+)/.exec(await cookie(page))![1]);
      come();
      await expect.poll(page.ran).toContain("ui-unavailable");
      expect((await look(page)).isSeen).toBe(false);
      back();
      await second(BASIC, "/next");
      await page.goto(`${SITE}/next`);
      await expect.poll(ran(page)).toEqual(["decision", "gated"]);
      expect(await records(page)).toMatchObject([
        { method: "accept-all", at: new Date(at * 1000).toISOString(), page: `${SITE}/` },
      ]);
    },
  );

  it("an answer to something else counts for nothing: the visitor is asked", async () => {
    heldFile(network, "consentry.js");
    const page = await open();
    await expect.poll(() => look(page)).toEqual(SEEN);
    await page.choose("accept-all");
    const config = { ...BASIC, categories: ["performance", "marketing", "functional"] };
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify(config),
      headers: { "content-type": "application/json" },
    });
    heldFile(network, "consentry.js")();
    await second(config, "/next");
    await page.goto(`${SITE}/next`);
    await expect.poll(page.view).toBe("banner");
    await expect.poll(page.ran).toEqual(["stale-choice"]);
    expect((await look(page)).isSeen).toBe(true);
    await page.choose("reject-all");
    await expect
      .poll(async () => (await page.choice())?.get("no"))
      .toBe("performance marketing functional");
    await expect.poll(() => records(page)).toMatchObject([{ event: "refused" }]);
  });

  it("a click on the settings before there is code opens them when there is", async () => {
    const come = heldFile(network, "consentry.js");
    const page = await open();
    await expect.poll(() => look(page)).toEqual(SEEN);
    await page.choose("open-preferences");
    expect(await look(page)).toEqual(SEEN);
    come();
    await expect.poll(page.view).toBe("preferences");
    expect(await page.stored()).toMatchObject({ cookies: [] });
  });

  it("an answer while the interface is on its way counts once", async () => {
    const come = heldFile(network, "consentry.banner.js");
    const page = await open();
    await expect.poll(() => page.evaluate(() => !!globalThis.Consentry?.current)).toBe(true);
    await page.choose("accept-all");
    expect(await look(page)).toEqual(GONE);
    expect(await page.ran()).toEqual([]);
    come();
    await expect.poll(ran(page)).toEqual(["decision", "gated"]);
    expect(await records(page)).toHaveLength(1);
  });

  it("is not shown to who has chosen, under Global Privacy Control, in a frame, or where a text of ours is stored", async () => {
    const page = await open();
    await expect.poll(page.view).toBe("banner");
    await page.choose("reject-all");
    await expect.poll(page.choice).not.toBeNull();
    network.route(`${SITE}/dist/consentry.js`, { status: 404 });
    const watch = `<script>seen.shown = []; new MutationObserver(() => {
      const host = document.querySelector("[data-consentry]");
      seen.shown.push(host && !host.hidden);
    }).observe(document, { subtree: true, childList: true, attributes: true })</script>`;
    const gpc = `<script>Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true })</script>`;
    const shown = () =>
      page.evaluate(() => (window.seen as never as { shown: boolean[] }).shown.includes(true));
    await second(BASIC, "/decided", { head: watch });
    await page.goto(`${SITE}/decided`);
    await page.evaluate(frames, 3);
    expect(await shown()).toBe(false);
    await page.evaluate(() => void (document.cookie = "consentry=odd; Path=/"));
    await page.goto(`${SITE}/decided`);
    await page.evaluate(frames, 3);
    expect(await shown()).toBe(false);
    await page.evaluate(() => void (document.cookie = "consentry=; Path=/; Max-Age=0"));
    network.route(`${SITE}/gpc`, {
      body: (await pageOf(BASIC, { head: watch })).replace("<script", `${gpc}<script`),
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    await page.goto(`${SITE}/gpc`);
    await page.evaluate(frames, 3);
    expect(await shown()).toBe(false);
    network.route(`${SITE}/frame`, {
      body: '<iframe src="/decided"></iframe>',
      headers: { "content-type": "text/html" },
    });
    await page.goto(`${SITE}/frame`);
    await page.evaluate(frames, 3);
    expect(
      await page.evaluate(
        () => window.frames[0]!.document.querySelector<HTMLElement>("[data-consentry]")!.hidden,
      ),
    ).toBe(true);
    await page.goto(`${SITE}/decided`);
    await expect.poll(shown).toBe(true);
  });

  it("needs no more of a policy than its nonce, and no style sheet", async () => {
    const come = heldFile(network, "consentry.js");
    const policy =
      "default-src 'none'; connect-src 'self'; script-src 'nonce-abc' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types 'none'";
    const page = await open(
      BASIC,
      { nonce: "abc" },
      { headers: { "content-security-policy": policy } },
    );
    await expect.poll(() => look(page)).toEqual(SEEN);
    come();
    await expect.poll(isTaken(page)).toBe(true);
    expect(await look(page)).toEqual(SEEN);
    expect(await page.errors()).toEqual([]);
  });
});
