import { expect, it } from "vitest";
import type { TestNetwork } from "../pages/server.ts";
import { inEveryEngine } from "../util/visit.ts";

const CDN = "https://cdn.vendor.test";

/** Puts a script on another host that leaves its name when it runs. */
function serve(network: TestNetwork, name: string, delay = 0): string {
  network.route(`${CDN}/${name}.js`, {
    body: `seen.ran.push("${name}")`,
    headers: { "content-type": "text/javascript", "access-control-allow-origin": "*" },
    delay,
  });
  return `${CDN}/${name}.js`;
}

const gated = (ids: string, attributes: string, code = ""): string =>
  `<script type="text/plain" data-consent="${ids}" ${attributes}>${code}</script>`;
const leaves = (name: string): string => `seen.ran.push("${name}")`;

await inEveryEngine("gated scripts", (open, network) => {
  it("run when permitted and not before: external by data-src or src, and inline", async () => {
    const page = await open({
      body:
        gated("performance", `data-src="${serve(network, "external")}"`) +
        gated("performance", `src="${serve(network, "plain-src")}"`) +
        gated("performance", "", leaves("inline")),
    });
    await page.settle();
    expect(page.outside()).toEqual([]);
    expect(await page.ran()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["external", "plain-src", "inline"]);
    await page.settle();
    expect(page.calls()).toEqual([
      "GET cdn.vendor.test/external.js",
      "GET cdn.vendor.test/plain-src.js",
    ]);
  });

  it("run as a module where data-type says so, with an import map that is gated as well", async () => {
    serve(network, "mapped");
    const page = await open({
      body:
        gated("performance", 'data-type="importmap"', `{"imports":{"mapped":"${CDN}/mapped.js"}}`) +
        gated(
          "performance",
          'data-type="module"',
          'import "mapped"; seen.ran.push(typeof import.meta.url)',
        ),
    });
    await page.settle();
    expect(page.outside()).toEqual([]);
    await page.choose("accept-all");
    // Firefox 153 takes no import map after the first `import()` of a page, and the banner came by
    // one: there the map counts from the next page on, where nothing of ours is imported before it.
    if (await page.evaluate(() => navigator.userAgent.includes("Firefox"))) {
      await expect.poll(async () => (await page.choice())?.get("yes")).toContain("performance");
      await page.reload();
    }
    await expect.poll(page.ran).toEqual(["mapped", "string"]);
  });

  it("keep document order however slowly they come; an async one waits for no one", async () => {
    const page = await open({
      body:
        gated("performance", `data-src="${serve(network, "slow", 500)}"`) +
        gated("performance", "", leaves("inline")) +
        gated("performance", `async data-src="${serve(network, "async")}"`) +
        gated("performance", `data-src="${serve(network, "last")}"`),
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toHaveLength(4);
    const ran = await page.ran();
    expect(ran[0]).toBe("async");
    expect(ran.slice(1)).toEqual(["slow", "inline", "last"]);
  });

  it("wait for the script that data-after names, wherever it stands", async () => {
    const page = await open({
      body:
        gated("performance", 'data-after="lib"', leaves("user")) +
        gated("performance", `id="lib" async data-src="${serve(network, "lib", 300)}"`),
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["lib", "user"]);
  });

  it("need every id that is named", async () => {
    const page = await open({ body: gated("performance marketing", "", leaves("both")) });
    await page.evaluate(() => Consentry.current!.save({ performance: true }));
    await expect.poll(page.choice).not.toBeNull();
    await page.settle();
    expect(await page.ran()).toEqual([]);
    await page.evaluate(() => Consentry.current!.save({ marketing: true }));
    await expect.poll(page.ran).toEqual(["both"]);
  });

  it("marked !marketing run only after a refusal of it", async () => {
    const page = await open({ body: gated("!marketing", "", leaves("refused")) });
    await page.settle();
    expect(await page.ran()).toEqual([]);
    await page.choose("reject-all");
    await expect.poll(page.ran).toEqual(["refused"]);

    const other = await open({ body: gated("!marketing", "", leaves("refused")) });
    await other.choose("accept-all");
    await expect.poll(other.choice).not.toBeNull();
    await other.settle();
    expect(await other.ran()).toEqual([]);
  });

  it("inserted later, in any way, are treated like those that were there at the start", async () => {
    serve(network, "late");
    const page = await open({});
    const insert = () =>
      page.evaluate((url) => {
        const script = document.createElement("script");
        script.type = "text/plain";
        script.dataset["consent"] = "performance";
        script.dataset["src"] = url;
        document.body.append(script);
        document.body.insertAdjacentHTML(
          "beforeend",
          '<div><script type="text/plain" data-consent="performance">seen.ran.push("html")</script></div>',
        );
      }, `${CDN}/late.js`);
    await insert();
    await page.settle();
    expect(page.outside()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["late", "html"]);
  });

  it("run once, also when consent is given again and when they are moved", async () => {
    const page = await open({
      body: `<div id="a">${gated("performance", "", leaves("once"))}</div><div id="b"></div>`,
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["once"]);
    await page.evaluate(() => {
      void Consentry.current!.acceptAll();
      document.querySelector("#b")!.append(...document.querySelectorAll("#a script"));
    });
    await page.settle();
    expect(await page.ran()).toEqual(["once"]);
  });

  it("carry the page's nonce, and keep their id and data attributes", async () => {
    serve(network, "widget");
    const page = await open(
      `<!doctype html><script nonce="n0nce">window.seen = { errors: [], events: [], ran: [] }</script>
       <script nonce="n0nce" src="/dist/consentry.js"></script>
       <script nonce="n0nce">Consentry.start({ controller: { name: "Acme BV" }, categories: ["performance", "marketing"] })</script>
       <body>${gated("performance", `nonce="n0nce" id="w" data-account="7" data-src="${CDN}/widget.js"`)}
       ${gated("performance", 'nonce="n0nce"', leaves("inline"))}`,
      {
        headers: { "content-security-policy": "script-src 'nonce-n0nce' 'self'; style-src 'self'" },
      },
    );
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["widget", "inline"]);
    expect(
      await page.evaluate(() => {
        const script = document.querySelector<HTMLScriptElement>("#w")!;
        return [script.nonce, script.dataset["account"]];
      }),
    ).toEqual(["n0nce", "7"]);
  });

  it("do not keep the others from running when one fails", async () => {
    network.route(`${CDN}/broken.js`, { broken: true });
    const page = await open({
      body:
        gated("performance", `data-src="${CDN}/broken.js"`) +
        gated("performance", "", 'throw new Error("of the vendor")') +
        gated("performance", "", leaves("next")),
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["next"]);
  });
});
