import { build } from "esbuild";
import { expect, it } from "vitest";
import { root } from "../pages/files.ts";
import { SITE } from "../pages/server.ts";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const day = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
/** What OneTrust leaves; `closed` is the date on which its banner was closed. */
const optanon = (groups: string, closed = day(10)): string =>
  `document.cookie = "OptanonConsent=${encodeURIComponent(groups).replace(/^/, "version=202501.1.0&groups=")}; Path=/";` +
  (closed && `document.cookie = "OptanonAlertBoxClosed=${closed}; Path=/";`);
const old = (code: string): string => `<script>${code}</script>`;
const MAP = { C0002: "performance", C0004: "marketing" };
const library = inline({ ...BASIC, migrate: { onetrust: { map: MAP } } });
const marked = (group: string, name: string): string =>
  `<script type="text/plain" class="optanon-category-${group}">seen.ran.push("${name}")</script>`;
const MARKUP = marked("C0002", "stats") + marked("C0004", "ads") + marked("C0002-C0004", "both");

const APP = await build({
  stdin: {
    contents: `
      import { createConsent } from "consentry";
      import { mountUi } from "consentry/ui";
      import { oneTrust } from "consentry/migrate/onetrust";
      createConsent({
        controller: { name: "Acme BV" },
        migrate: [oneTrust({ map: { C0002: "performance", C0004: "marketing" } })],
        ui: mountUi,
      }).start();`,
    resolveDir: root,
    loader: "ts",
  },
  bundle: true,
  format: "iife",
  write: false,
  logLevel: "silent",
}).then(({ outputFiles }) => outputFiles[0]!.text);

const records = (page: Visit) =>
  page.evaluate(async () =>
    (await Consentry.current!.proof.records()).map(({ event, method, source, trusted }) => ({
      event,
      method,
      source,
      trusted,
    })),
  );
const sources = (page: Visit): Promise<string[]> =>
  page.evaluate(async () => (await Consentry.current!.proof.records()).map(({ source }) => source));
const events = async (page: Visit, name: string): Promise<number> =>
  (await page.events()).filter((event) => event.name == name).length;
/** Nothing more comes: neither a banner nor a decision. */
const quiet = async (page: Visit): Promise<void> => {
  await page.settle();
  await page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame++)
      await new Promise((next) => requestAnimationFrame(next));
  });
};

await inOneEngine("a visitor who chose with another tool", (open, network) => {
  it("is not asked again: what was permitted runs from the old markup, and a record says where from", async () => {
    const page = await open({
      head: old(optanon("C0001:1,C0002:1,C0004:0")),
      library,
      body: MARKUP,
    });
    await expect.poll(page.ran).toEqual(["stats"]);
    await quiet(page);
    expect(await page.ran()).toEqual(["stats"]);
    expect(await page.view()).not.toBe("banner");
    expect((await page.choice())?.get("yes")).toBe("performance");
    expect((await page.choice())?.get("no")).toBe("marketing");
    expect(await records(page)).toEqual([
      { event: "given", method: "save", source: "import", trusted: false },
    ]);
    expect((await page.stored()).cookies).toEqual([
      "OptanonAlertBoxClosed",
      "OptanonConsent",
      "consentry",
    ]);
    expect(await page.errors()).toEqual([]);
  });

  it("is imported once: not on the next page, nor when our own choice is gone", async () => {
    const page = await open({ head: old(optanon("C0002:1,C0004:1")), library, body: MARKUP });
    await expect.poll(page.ran).toEqual(["stats", "ads", "both"]);
    await expect.poll(() => sources(page)).toEqual(["import"]);
    await page.reload();
    await expect.poll(page.ran).toEqual(["stats", "ads", "both"]);
    await quiet(page);
    expect(await events(page, "decision")).toBe(0);
    expect(await sources(page)).toEqual(["import"]);

    await page.evaluate(() => {
      document.cookie = "consentry=; Max-Age=0; Path=/; Secure";
    });
    await page.reload();
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
  });

  it("who has decided here since is never taken back to the older choice", async () => {
    const page = await open({ library: inline(), body: MARKUP });
    await page.choose("reject-all");
    await expect.poll(page.choice).not.toBeNull();
    const [head, url] = [old(optanon("C0002:1,C0004:1")), `${SITE}/`];
    network.route(
      url,
      `<!doctype html><html lang="en"><head>
      <script>window.seen = { ran: [], events: [], errors: [] }</script>
      ${head}${library}</head><body>${MARKUP}</body></html>`,
    );
    await page.goto(url);
    await quiet(page);
    expect(await page.ran()).toEqual([]);
    await page.evaluate(() => {
      document.cookie = "consentry=; Max-Age=0; Path=/; Secure";
    });
    await page.reload();
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
  });

  it.each([
    ["presets that nobody confirmed", optanon("C0002:1,C0004:1", "")],
    ["a choice older than one made here may be", optanon("C0002:1,C0004:1", day(181))],
    ["no choice", ""],
  ])("is asked, and nothing runs, with %s", async (_what, code) => {
    const page = await open({ head: old(code), library, body: MARKUP });
    await expect.poll(page.view).toBe("banner");
    await quiet(page);
    expect(await page.ran()).toEqual([]);
    expect(await page.choice()).toBeNull();
    expect((await page.stored()).local).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["stats", "ads", "both"]);
    expect(await sources(page)).toEqual(["banner"]);
  });

  it("is asked for what the mapping leaves open, and keeps what it answered", async () => {
    const page = await open({
      head: old(optanon("C0002:1,C0004:1")),
      library: inline({ ...BASIC, migrate: { onetrust: { map: { C0002: "performance" } } } }),
      body: MARKUP,
    });
    await expect.poll(page.ran).toEqual(["stats"]);
    await expect.poll(page.view).toBe("banner");
    const choice = await page.choice();
    expect([choice?.get("yes"), choice?.get("no")]).toEqual(["performance", ""]);
    await page.reload();
    await expect.poll(page.ran).toEqual(["stats"]);
    await expect.poll(page.view).toBe("banner");
    await page.choose("reject-all");
    // What ran is refused: the page is loaded anew.
    await expect.poll(page.ran).toEqual([]);
    expect((await page.choice())?.get("no")).toBe("performance marketing");
    await expect.poll(() => sources(page)).toEqual(["import", "banner"]);
  });

  it("has the old tool's frames and scripts treated alike however late they come", async () => {
    network.route("https://video.test/embed", "<p>Video</p>");
    const page = await open({ library });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.className = "optanon-category-C0004";
      frame.dataset["src"] = "https://video.test/embed";
      const script = document.createElement("script");
      script.type = "text/plain";
      script.className = "optanon-category-C0004";
      script.text = 'seen.ran.push("late")';
      document.body.append(frame, script);
    });
    await expect
      .poll(() => page.evaluate(() => !!document.querySelector("[data-consentry-placeholder]")))
      .toBe(true);
    expect(page.calls()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["late"]);
    await expect.poll(page.calls).toEqual(["GET video.test/embed"]);
  });

  it("keeps Cookiebot's choice and markup, its withheld frame too", async () => {
    network.route("https://video.test/embed", "<p>Video</p>");
    const fields = `stamp:'Uv1+abc==',necessary:true,preferences:false,statistics:false,marketing:true,method:'explicit',ver:1,utc:${Date.now() - 1000},region:'nl'`;
    const page = await open({
      head: old(
        `document.cookie = "CookieConsent={${fields.replaceAll("'", "%27").replaceAll(",", "%2C")}}"`,
      ),
      library: inline({
        ...BASIC,
        migrate: { cookiebot: { map: { statistics: "performance", marketing: "marketing" } } },
      }),
      body: `<script type="text/plain" data-cookieconsent="statistics">seen.ran.push("stats")</script>
        <script type="text/plain" data-cookieconsent="marketing">seen.ran.push("ads")</script>
        <iframe data-cookieblock-src="https://video.test/embed" data-cookieconsent="marketing"></iframe>`,
    });
    await expect.poll(page.ran).toEqual(["ads"]);
    await expect.poll(page.calls).toEqual(["GET video.test/embed"]);
    await quiet(page);
    expect(await page.view()).not.toBe("banner");
    expect((await page.choice())?.get("no")).toBe("performance");
    expect(await sources(page)).toEqual(["import"]);
  });

  it("is told of as a problem where a tool is not known, and asked", async () => {
    const page = await open({
      library: inline({ ...BASIC, migrate: { nobody: { map: {} } } }),
    });
    await expect.poll(page.view).toBe("banner");
    const codes = () =>
      page.evaluate(() => {
        const found: string[] = [];
        Consentry.current!.on("problem", ({ code, at }) => found.push(`${code} ${at}`))();
        return found;
      });
    await expect.poll(codes).toEqual(["migration-unavailable nobody"]);
  });

  it("arrives from npm's door too", async () => {
    const answer = { body: APP, headers: { "content-type": "text/javascript" } };
    network.route(`${SITE}/app.js`, answer);
    const page = await open({
      head: old(optanon("C0002:0,C0004:1")),
      library: "",
      body: `${MARKUP}<script src="/app.js"></script>`,
    });
    await expect.poll(page.ran).toEqual(["ads"]);
    await quiet(page);
    expect(await page.view()).not.toBe("banner");
    expect((await page.choice())?.get("no")).toBe("performance");
  });
});
