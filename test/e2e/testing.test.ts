import { afterEach, expect, it } from "vitest";
import {
  LeakError,
  setConsent,
  watchPage as watchAsIs,
  type Watch,
  type WatchOptions,
} from "../../src/entries/testing.ts";
import type { KitPage } from "../../src/testing/kitPage.ts";
import { googleAnalytics } from "../../src/catalogue/services/google-analytics.ts";
import { hotjar } from "../../src/catalogue/services/hotjar.ts";
import { SITE } from "../pages/server.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { kitOverLog } from "../util/kitOverLog.ts";
import { googleSnippet } from "../util/snippets.ts";
import { inOneEngine } from "../util/visit.ts";

const HOME = `${SITE}/`;
/** The page's configuration from a script tag, and the same as the kit takes it. */
const library = inline({
  ...BASIC,
  services: { "google-analytics": { id: "G-TEST123" }, hotjar: { id: 123456 } },
});
const site = { ...BASIC, services: [googleAnalytics({ id: "G-TEST123" }), hotjar({ id: 123456 })] };

/** The stand-ins answer at once. */
const watchPage = (page: KitPage, options: WatchOptions = {}): Promise<Watch> =>
  watchAsIs(page, { quiet: 250, ...options });

const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "nothing was wrong",
    (error: unknown) => (error as Error).message,
  );
const permitted = (page: KitPage): Promise<string[]> =>
  page.evaluate(() =>
    Object.entries(Consentry.current?.state.services ?? {}).flatMap(([id, on]) => (on ? [id] : [])),
  );

await inOneEngine("the test kit", (_open, network, engine) => {
  const open: KitPage[] = [];
  afterEach(async () => {
    for (const page of open.splice(0)) await page.context().close();
  });
  /** A new visitor; the driver's own page where it is Playwright's. */
  const visitor = async (): Promise<KitPage> => {
    const tab = await engine.open();
    const page = tab.page ?? kitOverLog(tab, network.log);
    open.push(page);
    return page;
  };
  const route = (content: string, headers: Record<string, string> = {}): void =>
    network.route(HOME, { body: content, headers: { "content-type": "text/html", ...headers } });

  it("is content with a page that waits, makes the decision, and says whose each request is", async () => {
    route(html({ library }));
    const page = await visitor();
    const watch = await watchPage(page, { site });
    await page.goto(HOME);
    await watch.expectNothingBefore("accept-all");
    await expect
      .poll(() => new Set(watch.requests().flatMap(({ services }) => services)))
      .toEqual(new Set(["google-analytics", "hotjar"]));
    const script = watch.requests().find(({ host }) => host == "static.hotjar.com");
    expect(script).toMatchObject({
      url: "https://static.hotjar.com/c/hotjar-123456.js?sv=6",
      method: "GET",
      type: "script",
      navigation: 1,
      services: ["hotjar"],
    });
    expect(Math.abs(script!.at - Date.now())).toBeLessThan(30_000);
    await watch.expectOnly("google-analytics", "hotjar");
    await expect(watch.expectOnly("google-analytics")).rejects.toThrow(
      /only google-analytics may run:\n {2}requested GET https:\/\/static\.hotjar\.com/,
    );
    await expect(watch.expectNothingBefore()).rejects.toThrow("A choice is stored already");
    await expect(watch.expectOnly("hotjra")).rejects.toThrow("The site has no hotjra");
  });

  it("names what a leaky page requests and stores before the decision", async () => {
    route(html({ library, head: googleSnippet() }));
    const page = await visitor();
    const watch = await watchPage(page, { site });
    await page.goto(HOME);
    const error = await watch.expectNothingBefore("accept-all").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(LeakError);
    const { message, leaks } = error as LeakError;
    const lines = message.split("\n");
    expect(lines[0]).toBe("Before any decision the page did what needs consent:");
    for (const line of [
      "  requested GET https://www.googletagmanager.com/gtag/js (script, google-analytics, page 1)",
      expect.stringMatching(
        /^ {2}requested POST https:\/\/www\.google-analytics\.com\/g\/collect \(\w+, google-analytics, page 1\)$/,
      ),
      "  stored cookie _ga (.shop.test, google-analytics)",
    ]) {
      expect(lines).toContainEqual(line);
    }
    expect(lines.at(-1)).toBe("What is necessary belongs into `allow`, your own hosts into `own`.");
    expect(leaks.map(({ name }) => name)).toContain("_ga");
    // The decision was not made for it.
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("consentry");
  });

  it("wakes what waits for a sign of life", async () => {
    const pixel = 'new Image().src = "https://www.facebook.com/tr?id=1"';
    route(
      html({
        library,
        body: `<p style="height: 200vh"></p>
          <script>addEventListener("scroll", () => { ${pixel} }, { once: true })</script>`,
      }),
    );
    const page = await visitor();
    const watch = await watchPage(page, { site });
    await page.goto(HOME);
    expect(await watch.leaks()).toEqual([]);
    expect(await messageOf(watch.expectNothingBefore())).toContain(
      "requested GET https://www.facebook.com/tr (image, declared by no service, page 1)",
    );
  });

  it("lists what is stored in every place, and forgives what is allowed or was there before", async () => {
    route(
      html({
        library: "",
        head: `<script>
          document.cookie = "seen=1";
          localStorage.setItem("theme", "dark");
          sessionStorage.setItem("tab", "1");
          indexedDB.open("drafts");
          caches.open("shell");
        </script>`,
      }),
      { "set-cookie": "session=1; HttpOnly; Secure; Path=/" },
    );
    const page = await visitor();
    const watch = await watchPage(page);
    await page.goto(HOME);
    await expect.poll(async () => (await watch.snapshot()).databases).toEqual(["drafts"]);
    await expect.poll(async () => (await watch.snapshot()).caches).toEqual(["shell"]);
    const { cookies, ...rest } = await watch.snapshot();
    expect(cookies.map(({ name, httpOnly }) => ({ name, httpOnly }))).toEqual([
      { name: "seen", httpOnly: false },
      { name: "session", httpOnly: true },
    ]);
    expect(rest).toEqual({
      localStorage: ["theme"],
      sessionStorage: ["tab"],
      databases: ["drafts"],
      caches: ["shell"],
    });
    expect(await messageOf(watch.expectNothingBefore())).toContain(
      "\n  stored localStorage theme (declared by no service)\n",
    );
    const later = await watchPage(page, { allow: { storage: ["nothing"] } });
    await later.expectNothingBefore();
    const fresh = await visitor();
    const allow = { storage: ["se*", "theme", "tab", "drafts", "shell"] };
    const kind = await watchPage(fresh, { allow });
    await fresh.goto(HOME);
    await kind.expectNothingBefore();
  });

  it("knows own hosts and allowed ones, and a declared vendor on a host of the site", async () => {
    const file = { body: "", headers: { "content-type": "text/javascript" } };
    for (const host of ["static.shop.test", "cdn.test", "matomo.shop.test"]) {
      network.route(`https://${host}/a.js`, file);
    }
    const script = (host: string): string => `<script src="https://${host}/a.js"></script>`;
    route(html({ library: "", head: ["static.shop.test", "cdn.test"].map(script).join("") }));
    const own = ["*.shop.test"];
    const page = await visitor();
    const watch = await watchPage(page, { own, allow: { hosts: ["cdn.test"] } });
    await page.goto(HOME);
    await watch.expectNothingBefore();

    route(html({ library: "", head: script("matomo.shop.test") }));
    const stats = {
      id: "stats",
      name: "Stats",
      category: "performance",
      hosts: ["matomo.shop.test"],
      storage: [],
    };
    const strict = await watchPage(page, { own, site: { ...BASIC, services: [stats] } });
    await page.goto(HOME);
    expect(await messageOf(strict.expectNothingBefore())).toContain(
      "GET https://matomo.shop.test/a.js (script, stats, page 1)",
    );
    await strict.expectOnly("performance");
  });

  it("does not take a host for the site's own because the page sends its visitors there", async () => {
    network.route("https://bounce.test/", `<script>location = "${SITE}/back"</script>`);
    network.route(`${SITE}/back`, html({ library }));
    route('<script>location = "https://bounce.test/"</script>');
    const page = await visitor();
    const watch = await watchPage(page, { site });
    await page.goto(HOME);
    await expect.poll(() => watch.requests().some(({ url }) => url == `${SITE}/back`)).toBe(true);
    expect(await messageOf(watch.expectNothingBefore())).toContain(
      "requested GET https://bounce.test/ (document, declared by no service, page 2)",
    );
  });

  it("sets a choice on a page on show, which follows, and erases what was withdrawn", async () => {
    route(html({ library }));
    const page = await visitor();
    const watch = await watchPage(page, { site });
    await page.goto(HOME);
    await setConsent(page, { site, yes: "all" });
    expect((await permitted(page)).sort()).toEqual(["google-analytics", "hotjar"]);
    await expect
      .poll(async () => (await watch.snapshot()).cookies.map(({ name }) => name))
      .toContain("_ga");
    await setConsent(page, { site, yes: ["hotjar"], no: ["google-analytics"] });
    await expect
      .poll(async () => (await watch.snapshot()).cookies.map(({ name }) => name))
      .not.toContain("_ga");
    await expect.poll(() => permitted(page).catch(() => [])).toEqual(["hotjar"]);
  });

  it("will not write a choice that the page would not believe", async () => {
    route(html({ library }));
    const page = await visitor();
    await page.goto(HOME);
    const set = (choice: object): Promise<string> =>
      messageOf(setConsent(page, { site, ...choice } as never));
    expect(await set({ yes: ["hotjra"] })).toBe("The site has no hotjra");
    expect(await set({ site: { ...BASIC, services: { hotjar: {} } } })).toContain(
      "services.hotjar: the kit needs a list of services",
    );
    expect(await set({ site: {} })).toContain("controller.name");
    expect(await set({ url: "about:blank" })).toContain("Give `url`");
  });

  // W3C WebDriver adds cookies only to the page on show.
  if (engine.name == "webkit") return;
  it("sets a choice before the first page, which believes it and does not ask", async () => {
    route(html({ library }));
    const page = await visitor();
    const watch = await watchPage(page, { site });
    await setConsent(page.context(), { site, yes: ["performance"], no: ["hotjar"], url: HOME });
    await page.goto(HOME);
    await expect.poll(() => permitted(page)).toEqual(["google-analytics"]);
    await watch.expectOnly("google-analytics");
    expect(
      await page.evaluate(() => ({
        status: Consentry.current!.state.status,
        shown: document.querySelector("[data-consentry-view=banner]") != null,
      })),
    ).toEqual({ status: "decided", shown: false });
  });

  it("sets choices that are bound to a host, shared by a domain, old, or run out", async () => {
    const page = await visitor();
    const show = async (config: object, choice: object = {}): Promise<unknown> => {
      const options = { ...BASIC, ...config };
      route(html({ library: inline(options) }));
      await setConsent(page, { site: options, yes: "all", url: HOME, ...choice });
      await page.goto(HOME);
      return page.evaluate(() => Consentry.current!.state.status);
    };
    const days = (count: number): Date => new Date(Date.now() - count * 86_400_000);
    expect(await show({ hostOnly: true })).toBe("decided");
    expect(await show({}, { at: days(181) })).toBe("undecided");
    expect(await show({}, { at: days(179) })).toBe("decided");
    const shared = await visitor();
    await setConsent(shared, { site: { ...BASIC, domain: "shop.test" }, url: HOME });
    expect((await shared.context().cookies()).map(({ domain }) => domain)).toEqual([".shop.test"]);
  });
});
