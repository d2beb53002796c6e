import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { codes } from "../util/codes.ts";
import { BASIC, html } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

/** Properties of `document` that markup takes the place of. */
const NAMES = (
  "currentScript body head documentElement cookie readyState getElementById querySelector querySelectorAll " +
  "createElement createTreeWalker implementation addEventListener removeEventListener dispatchEvent " +
  "adoptedStyleSheets activeElement visibilityState defaultView prerendering host"
).split(" ");
/** Properties of an element that inputs take the place of on the form around them. */
const INSIDE = (
  "attributes remove dispatchEvent matches getAttribute setAttribute localName querySelectorAll " +
  "firstElementChild nextSibling parentNode insertBefore replaceWith nodeType closest style children"
).split(" ");
const inputs = INSIDE.map((name) => `<input name="${name}">`).join("");
const named = (tags: readonly string[]): string =>
  NAMES.map(
    (name, index) => `<${tags[index % tags.length]} name="${name}"></${tags[index % tags.length]}>`,
  ).join("");

const gated = (name: string): string =>
  `<script type="text/plain" data-consent="stats">seen.ran.push("${name}")</script>`;
const frame = '<iframe data-consent="stats" data-src="/inside" width="300" height="200"></iframe>';
const SERVICE = {
  id: "stats",
  name: "Stats",
  category: "performance",
  storage: [{ name: "_st", medium: "cookie" }],
};
const library = (config: object): string =>
  `<script src="/dist/consentry.js"></script><script>Consentry.start(${JSON.stringify(config)})</script>`;
const CONFIG = { ...BASIC, services: [SERVICE], reload: "never" };

/** Asked of the root element: the document's own names cannot be believed here. */
const ask = {
  view: (page: Visit): Promise<string | null> =>
    page.evaluate(() => {
      const host = seen.page.querySelector("[data-consentry]");
      return host?.getAttribute("data-consentry-view") ?? null;
    }),
  click: (page: Visit, action: string): Promise<void> =>
    page.evaluate((wanted) => {
      const host = seen.page.querySelector("[data-consentry]");
      host!.shadowRoot!.querySelector<HTMLElement>(`[data-consentry-action=${wanted}]`)!.click();
    }, action),
  state: (page: Visit) => page.evaluate(() => Consentry.current!.state),
};
/** Keeps the root element, before anything bears a name. */
const ROOT = "<script>seen.page = document.documentElement</script>";

declare module "../util/pageGlobals.ts" {
  interface Seen {
    page: Element;
  }
}

await inOneEngine("markup that bears the names of the platform's properties", (open, network) => {
  it.each([
    ["images", ["img"]],
    ["forms", ["form"]],
    ["embeds and objects", ["embed", "object"]],
  ])("changes nothing by %s: asked, refused, given, withdrawn as ever", async (_, tags) => {
    network.route(`${SITE}/inside`, "<p>inside</p>");
    const page = await open({
      head: ROOT,
      library: named(tags) + library(CONFIG),
      body: gated("first") + frame,
    });
    await expect.poll(() => ask.view(page)).toBe("banner");
    expect(await page.ran()).toEqual([]);
    expect((await ask.state(page)).status).toBe("undecided");
    await ask.click(page, "reject-all");
    await expect.poll(async () => (await ask.state(page)).status).toBe("decided");
    expect(await codes(page)).toEqual([]);
    expect(await page.ran()).toEqual([]);
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.ran).toEqual(["first"]);
    await expect.poll(() => page.evaluate(() => frames.length)).toBe(1);
    await page.evaluate(() => void Consentry.current!.withdraw("stats"));
    await expect.poll(async () => (await ask.state(page)).services["stats"]).toBe(false);
    expect((await page.cookies()).map(({ name }) => name)).toEqual(["consentry"]);
    expect(await page.errors()).toEqual([]);
    expect(await page.evaluate(() => Consentry.current!.proof.verify())).toMatchObject({
      ok: true,
      length: 3,
    });
  });

  it("changes nothing by inputs of forms around, beside and on gated elements", async () => {
    network.route(`${SITE}/inside`, "<p>inside</p>");
    const page = await open({
      library: library(CONFIG),
      body: `<form>${inputs}${gated("in a form")}${frame}</form>
        <form data-consent="stats" data-consent-declaration data-consent-toggle="stats">${inputs}</form>
        ${gated("after it")}`,
    });
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["in a form", "after it"]);
    // Once more, inserted while the page runs.
    await page.evaluate(
      ({ form, after }) => {
        const place = document.createElement("div");
        place.innerHTML = form;
        document.body.append(place.firstElementChild!, document.createElement("p"));
        document.querySelector("p:last-child")!.innerHTML = after;
      },
      { form: `<form>${inputs}${gated("inserted")}${frame}</form>`, after: gated("beside it") },
    );
    await expect.poll(page.ran).toEqual(["in a form", "after it", "inserted", "beside it"]);
    await expect.poll(() => page.evaluate(() => frames.length)).toBe(2);
    await page.evaluate(() => void Consentry.current!.withdraw());
    await expect
      .poll(() => page.evaluate(() => document.querySelectorAll("iframe[src]").length))
      .toBe(0);
    expect(await page.errors()).toEqual([]);
  });

  it("is neither taken for our configuration nor for our global", async () => {
    const evil = JSON.stringify({ controller: { name: "Evil" }, categories: [] });
    const page = await open({
      library: `<a id="Consentry"></a><form id="Consentry"><object name="start"></object></form>
        <div id="consentry-config">${evil}</div><img name="currentScript" data-config="/evil.json">
        <script src="/dist/consentry.js"></script>
        <script type="application/json" id="consentry-config">${JSON.stringify(CONFIG)}</script>`,
      body: gated("ran"),
    });
    await expect.poll(page.view).toBe("banner");
    expect(await page.evaluate(() => Object.keys(Consentry.current!.state.categories))).toEqual([
      "necessary",
      "performance",
      "marketing",
    ]);
    expect(network.log.entries().map(({ path }) => path)).not.toContain("/evil.json");
    expect(await page.ran()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    expect(await page.errors()).toEqual([]);
  });

  it("is not taken for the library: a frame that is named so and has a start of its own", async () => {
    const page = await open({
      library: `<iframe name="Consentry" srcdoc="<script>function start(){}</script>"></iframe>
        <script src="/dist/consentry.js"></script>`,
      body: `<script>addEventListener("load", () => Consentry.start(${JSON.stringify(CONFIG)}))</script>${gated("ran")}`,
    });
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
  });

  it("can keep the preference centre from opening, and then decides nothing and leaves the first layer", async () => {
    const page = await open(
      html({
        library: `<img name="createElementNS">${library(CONFIG)}`,
        body: gated("ran"),
      }),
    );
    await page.choose("open-preferences");
    await page.settle();
    expect(await page.choice()).toBeNull();
    expect(await page.ran()).toEqual([]);
    await page.evaluate(() => Consentry.current!.show("banner"));
    await page.choose("reject-all");
    await expect.poll(async () => (await page.choice())?.get("no")).toBe("performance marketing");
    expect(await page.ran()).toEqual([]);
  });
});
