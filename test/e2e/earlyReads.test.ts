import { expect, it } from "vitest";
import { renderHead } from "consentry/server";
import { SITE } from "../pages/server.ts";
import { BASIC } from "../util/html.ts";
import { noteCookie } from "../util/noteCookie.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

interface Watched extends Window {
  log: string[];
}

/** Notes each look at the cookie, and each script that starts. */
const watch = (hear: typeof noteCookie): void => {
  const log: string[] = [];
  (window as unknown as Watched).log = log;
  hear((what) => what.startsWith("reads") && log.push("reads"));
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with what it belongs to
  const { before } = Element.prototype;
  Element.prototype.before = function (...nodes) {
    log.push("starts");
    before.apply(this, nodes);
  };
};

const log = (page: Visit): Promise<string[]> =>
  page.evaluate(() => (window as unknown as Watched).log);

await inOneEngine("the inline head of a returning visitor", (open, network) => {
  /** Who accepted comes to a page whose library is not there yet. */
  const returning = async (body: string): Promise<Visit> => {
    const page = await open({});
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.acceptAll());
    const { html } = await renderHead(BASIC);
    network.route(`${SITE}/next`, {
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
        <script>window.seen = { errors: [], events: [], ran: [] }; (${String(watch)})(${String(noteCookie)})</script>${html}</head>
        <body>${body}<p>Text</p><script>seen.ran.push("page")</script></body></html>`,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    await page.goto(`${SITE}/next`);
    await expect.poll(page.ran).toContain("page");
    return page;
  };

  it("looks at the cookie once where nothing waits for it, however long the page", async () => {
    const page = await returning("<p>More</p><script>0</script>".repeat(20));
    expect(await log(page)).toEqual(["reads"]);
  });

  it("looks once before it starts files together, and again after each script that may have decided", async () => {
    network.route(`${SITE}/vendor.js`, "");
    const page = await returning("");
    const insert = (markup: string): Promise<string[]> =>
      page.evaluate(async (inner) => {
        const { log } = window as unknown as Watched;
        log.length = 0;
        const box = document.createElement("div");
        box.innerHTML = inner;
        document.body.append(box);
        await Promise.resolve();
        return log.slice(0, log.lastIndexOf("starts") + 1);
      }, markup);
    const file = `<script type="text/plain" data-consent="performance" data-src="/vendor.js"></script>`;
    expect(await insert(file.repeat(3))).toEqual(["reads", "starts", "starts", "starts"]);
    const code = (text: string): string =>
      `<script async type="text/plain" data-consent="performance">${text}</script>`;
    const forget = `seen.ran.push("first"); document.cookie = "consentry=; Path=/; Max-Age=0"`;
    await insert(code(forget) + code(`seen.ran.push("second")`));
    // It waits for the files; what comes behind it runs in the same turn, or not at all.
    await expect.poll(page.ran).toEqual(["page", "first"]);
  });
});
