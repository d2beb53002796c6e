import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { command, fileOf } from "../util/command.ts";
import { BASIC } from "../util/html.ts";
import { later } from "../util/later.ts";
import { inOneEngine, type OpenPage, type Visit } from "../util/visit.ts";

const CDN = "https://cdn.vendor.test";
const CONFIG: object = {
  ...BASIC,
  signals: ["data-layer-event"],
  services: { "google-analytics": {}, hotjar: {}, "microsoft-uet": {} },
};
const heads = new Map<string, Promise<string>>();
function headOf(config: object = CONFIG, ...more: string[]): Promise<string> {
  const key = JSON.stringify([config, more]);
  if (!heads.has(key)) {
    const asked = command(["inline", "--config", fileOf(config), ...more]);
    heads.set(key, asked.then(({ out }) => out));
  }
  return heads.get(key)!;
}

/** Puts a script on another host that leaves its name when it runs; it may come after something else. */
function serve(network: TestNetwork, name: string, after?: Promise<unknown>): string {
  network.route(`${CDN}/${name}.js`, async () => {
    await after;
    return {
      body: `seen.ran.push("${name}")`,
      headers: { "content-type": "text/javascript", "access-control-allow-origin": "*" },
    };
  });
  return `data-src="${CDN}/${name}.js"`;
}
/** Comes when all of these have run in the page. */
const ran = (network: TestNetwork, ...names: string[]): Promise<unknown> =>
  Promise.all(
    names.map(
      (name) =>
        new Promise<void>((come) =>
          network.route(`${SITE}/ran/${name}`, () => {
            come();
            return "";
          }),
        ),
    ),
  );
/** Tells the network of each name that is left. */
const TELL = `const push = seen.ran.push;
  Object.defineProperty(seen.ran, "push", { value: (...names) => { for (const name of names) fetch("/ran/" + name); return push.apply(seen.ran, names); } });`;
const gated = (attributes: string, name = ""): string =>
  `<script type="text/plain" data-consent="performance" ${attributes}>${name && `seen.ran.push("${name}")`}</script>`;
const NEXT = `<script>seen.ran.push(...(window.dataLayer ?? []).filter((one) => one[0] == "consent").map((command) => command[1] + " " + command[2].analytics_storage))</script>`;
const LIBRARY = '<script defer src="/dist/consentry.js" data-config="/consent.json"></script>';

type After = Promise<unknown> | "at once" | "never";
/** The library comes after something else, at once, or never. */
function library(network: TestNetwork, after: After, config: object = CONFIG): void {
  const body = readFileSync(new URL("../../dist/consentry.js", import.meta.url));
  network.route(`${SITE}/dist/consentry.js`, async () => {
    await after;
    return after == "never"
      ? { status: 404 }
      : { body, headers: { "content-type": "text/javascript" } };
  });
  network.route(`${SITE}/consent.json`, {
    body: JSON.stringify(config),
    headers: { "content-type": "application/json" },
  });
}

await inOneEngine("the inline head", (open: OpenPage, network) => {
  /** A visitor who accepted on this site, before the page of the test. */
  const returning = async (body: string, after: After, config = CONFIG): Promise<Visit> => {
    library(network, "at once", config);
    const head = await headOf(config);
    const page = await open({ head, library: LIBRARY });
    await page.choose("accept-all");
    await expect.poll(page.choice).not.toBeNull();
    await page.settle();
    network.log.clear();
    library(network, after, config);
    network.route(`${SITE}/next`, {
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">
        <script>window.seen = { errors: [], events: [], ran: [] };
          ${TELL}
          addEventListener("error", (event) => seen.errors.push(String(event.message)));
          for (const name of ["ready", "withdraw"]) document.addEventListener("consentry:" + name, () => seen.ran.push(name));
        </script>${head}${LIBRARY}</head><body>${body}</body></html>`,
      headers: { "content-type": "text/html" },
    });
    await page.goto(`${SITE}/next`);
    return page;
  };
  /** Comes when a page has asked for a file. */
  const asked = (path: string): Promise<void> =>
    expect.poll(() => network.log.entries().some((one) => one.path == path)).toBe(true);
  const counted = (page: Visit) =>
    page.evaluate(
      () =>
        (globalThis as unknown as { dataLayer: { 0?: string; 1?: string; event?: string }[] }).dataLayer
          .flatMap((one) => (one[0] == "consent" ? [one[1]] : one.event == "consentry" ? ["event"] : [])),
    );

  it("releases nothing on a first visit; the defaults stand before the next script, and once", async () => {
    library(network, "at once");
    const page = await open({
      head: (await headOf()) + NEXT,
      library: LIBRARY,
      body: gated(serve(network, "external")) + gated("", "inline"),
    });
    expect(await page.ran()).toEqual(["default denied"]);
    await expect.poll(page.view).toBe("banner");
    await page.settle();
    expect(page.outside()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["default denied", "external", "inline"]);
    expect(await counted(page)).toEqual(["default", "event", "update"]);
  });

  it("asks for the banner's files beside the library where there is no choice, once, and else not at all", async () => {
    const fetched = () => network.log.entries().map(({ path }) => path).filter((path) => /banner|locales/.test(path));
    const early = ["/dist/consentry.banner.js", "/dist/locales/nl.js"];
    // The library comes once they were asked for.
    library(network, expect.poll(() => fetched().toSorted()).toEqual(early));
    const head = await headOf(CONFIG, "--files", "/dist");
    const page = await open({ head, library: LIBRARY, lang: "nl" });
    expect(fetched().toSorted()).toEqual(early);
    await expect.poll(page.view).toBe("banner");
    await page.choose("reject-all");
    await expect.poll(page.choice).not.toBeNull();
    await page.settle();
    expect(fetched().toSorted()).toEqual(early);

    network.log.clear();
    await page.reload();
    await page.settle();
    expect(fetched()).toEqual([]);
    expect(await page.errors()).toEqual([]);
  });

  it("releases a returning visitor's scripts before the library is there, in their order, and once", async () => {
    const body =
      NEXT +
      gated(`defer ${serve(network, "deferred")}`) +
      gated('data-type="module"', "module") +
      gated("", "first") +
      gated(serve(network, "slow", ran(network, "async"))) +
      gated("", "behind") +
      gated(serve(network, "last")) +
      gated(`async ${serve(network, "async")}`) +
      '<script type="text/plain" data-consent="!marketing">seen.ran.push("refused")</script>';
    const all = ["first", "slow", "behind", "last", "deferred", "module", "async"];
    const page = await returning(body, ran(network, ...all.filter((name) => name != "async")));
    await expect.poll(page.ran).toHaveLength(10);
    const early = await page.ran();
    expect(early.slice(0, 2)).toEqual(["default denied", "update granted"]);
    expect(early.at(-1)).toBe("ready");
    const order = (names: string[]) => early.filter((name) => names.includes(name));
    expect(order(["first", "slow", "behind", "last", "deferred"])).toEqual(["first", "slow", "behind", "last", "deferred"]);
    expect(order(["behind", "module"])).toEqual(["behind", "module"]);
    expect(early.indexOf("async")).toBeLessThan(early.indexOf("slow"));
    await page.settle();
    expect(await page.ran()).toEqual(early);
    expect(page.calls()).toEqual(["async", "deferred", "last", "slow"].map((name) => `GET cdn.vendor.test/${name}.js`));
    expect(await counted(page)).toEqual(["default", "event", "update"]);
    expect(await page.errors()).toEqual([]);
  });

  it("keeps the order where the library comes in between, and hands over what it does not do itself", async () => {
    const after = ran(network, "ready");
    const body =
      gated(serve(network, "slow", after)) +
      gated("", "behind") +
      gated('data-after="late-one"', "after") +
      gated('data-run="each"', "each") +
      gated(`id="late-one" ${serve(network, "late")}`) +
      `<iframe data-consent="performance" data-src="${CDN}/frame"></iframe>`;
    const page = await returning(body, asked("/slow.js"));
    await expect.poll(async () => (await page.ran()).length).toBe(6);
    const names = await page.ran();
    expect(names.filter((name) => ["slow", "behind"].includes(name))).toEqual(["slow", "behind"]);
    expect(names.filter((name) => ["each", "late", "after"].includes(name))).toEqual(["each", "late", "after"]);
    expect(names.indexOf("ready")).toBeLessThan(names.indexOf("slow"));
    expect(page.calls().filter((call) => call.endsWith("/slow.js"))).toHaveLength(1);
    await expect.poll(page.calls).toContain("GET cdn.vendor.test/frame");
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<script type="text/plain" data-consent="performance">seen.ran.push("inserted")</script>'));
    await expect.poll(page.ran).toContain("inserted");
  });

  it("lets a withdrawal know what it started: the page is reloaded, and nothing runs again", async () => {
    const body = `<script type="text/plain" data-consent="hotjar">document.cookie = "_hjid=1; path=/"; seen.ran.push("hotjar")</script>`;
    const page = await returning(body, ran(network, "hotjar"));
    await expect.poll(page.ran).toEqual(["hotjar", "ready"]);
    await page.evaluate(() => void Consentry.current!.withdraw("hotjar"));
    await expect.poll(page.ran).toEqual(["ready"]);
    await expect.poll(async () => (await page.stored()).cookies).toEqual(["consentry"]);
  });

  it("stops what is on its way when consent is withdrawn", async () => {
    const after = ran(network, "withdraw");
    const body =
      gated(serve(network, "slow", after)) +
      gated("", "behind") +
      `<script>document.addEventListener("consentry:ready", () => setTimeout(() => Consentry.current.save({ performance: false }), 50))</script>`;
    // Without a reload, which would stop it anyway.
    const page = await returning(body, asked("/slow.js"), { ...CONFIG, reload: "never" });
    await expect.poll(page.ran).toEqual(["ready", "withdraw"]);
    await later(network, page, 0);
    expect(await page.ran()).toEqual(["ready", "withdraw"]);
  });

  it("releases nothing where the stored choice does not count in full", async () => {
    const cases: Record<string, (text: string) => string[]> = {
      "as it was": (text) => [text],
      "cut off": (text) => [text.slice(0, -1)],
      "run out": (text) => [text.replace(/t=\d+/, "t=1000000000")],
      "another revision": (text) => [text.replace(/r=1/, "r=2")],
      "other services": (text) => [text.replace(/performance\.\w+/, "performance.0")],
      "there twice": (text) => [text, `${text}; path=/next`],
      refused: (text) => [text.replace(/yes=[^&]*&no=/, "yes=&no=performance+marketing")],
      nothing: () => [],
    };
    const page = await returning("", "never");
    const text = await page.evaluate(() => /consentry=([^;]*)/.exec(document.cookie)![1]!);
    network.route(`${SITE}/next`, {
      body: `<!doctype html><script>seen = { ran: [] }</script>${await headOf()}<body>${gated("", "inline")}${gated(serve(network, "external"))}</body>`,
      headers: { "content-type": "text/html" },
    });
    for (const [what, change] of Object.entries(cases)) {
      await page.evaluate((texts) => {
        document.cookie = "consentry=; Max-Age=0; path=/";
        document.cookie = "consentry=; Max-Age=0; path=/next";
        for (const one of texts) {
          document.cookie = `consentry=${one}${one.includes("path=") ? "" : "; path=/"}`;
        }
      }, change(text));
      network.log.clear();
      await page.goto(`${SITE}/next`);
      await page.settle();
      const counts = what == "as it was";
      expect((await page.ran()).toSorted(), what).toEqual(counts ? ["external", "inline"] : []);
      expect(page.calls(), what).toHaveLength(counts ? 1 : 0);
      const held = () => document.querySelectorAll('script[type="text/plain"]').length;
      // What ran is a copy: the page's own scripts stay as they stand.
      expect(await page.evaluate(held), what).toBe(2);
    }
  });

  it("under a strict policy passes its nonce on; under Trusted Types leaves all to the library", async () => {
    const nonce = await headOf(CONFIG, "--nonce", "n0nce");
    const scripts = gated("", "inline") + gated(serve(network, "external"));
    const trusted = scripts.replaceAll("<script ", '<script nonce="n0nce" ');
    const body = `<script nonce="n0nce">window.seen = { ran: [] }</script>${nonce}
      <body>${trusted}<i></i>
      <script nonce="n0nce" src="/dist/consentry.js" data-config="/consent.json"></script></body>`;
    const policies = [
      ["script-src 'nonce-n0nce'; base-uri 'none'", "never"],
      ["script-src 'nonce-n0nce' 'self'; require-trusted-types-for 'script'; trusted-types consentry", "at once"],
    ] as const;
    for (const [policy, after] of policies) {
      const page = await returning("", "at once");
      library(network, after);
      network.route(`${SITE}/next`, {
        body: `<!doctype html>${body}`,
        headers: { "content-type": "text/html", "content-security-policy": policy },
      });
      await page.goto(`${SITE}/next`);
      await expect.poll(page.ran).toEqual(["inline", "external"]);
    }
  });

  it("that carries a nonce releases nothing that lacks it, under a policy and without one", async () => {
    const nonce = await headOf(CONFIG, "--nonce", "n0nce");
    const marked = (value: string): string =>
      gated(`nonce="${value}"`, `${value} inline`) +
      gated(`nonce="${value}" ${serve(network, `${value}-external`)}`) +
      gated(`nonce="${value}" data-type="module"`, `${value} module`);
    const body = `<!doctype html><script nonce="n0nce">window.seen = { ran: [] }</script>${nonce}
      <body>${gated("", "bare") + gated(serve(network, "bare")) + marked("other") + marked("n0nce")}<i></i></body>`;
    for (const policy of ["script-src 'nonce-n0nce' 'strict-dynamic'; base-uri 'none'", ""]) {
      const page = await returning("", "at once");
      const headers = { "content-type": "text/html", "content-security-policy": policy };
      network.route(`${SITE}/next`, { body, headers });
      network.log.clear();
      await page.goto(`${SITE}/next`);
      const ran = ["n0nce inline", "n0nce module", "n0nce-external"];
      await expect.poll(async () => (await page.ran()).toSorted()).toEqual(ran);
      await page.settle();
      expect(await page.ran()).toHaveLength(3);
      expect(page.calls()).toEqual(["GET cdn.vendor.test/n0nce-external.js"]);
    }
  });
});
