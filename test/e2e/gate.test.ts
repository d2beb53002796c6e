import { expect, it } from "vitest";
import type { Answer } from "../pages/answer.ts";
import { SITE } from "../pages/server.ts";
import { BASIC, inline } from "../util/html.ts";
import { later } from "../util/later.ts";
import { inEveryEngine, inOneEngine } from "../util/visit.ts";

const library = inline({ ...BASIC, reload: "never" });
const script = (name: string, delay = 0): Answer => ({
  headers: { "content-type": "text/javascript" },
  body: `seen.ran.push("${name}")`,
  delay,
});
const gated = (attributes: string, text = ""): string =>
  `<script type="text/plain" data-consent="performance" ${attributes}>${text}</script>`;

const SLOW = 1000; // milliseconds of a response

await inEveryEngine("the gate", (open, network) => {
  it("never runs a script whose consent went while its response was on the way", async () => {
    for (const name of ["ordered", "async", "module"]) {
      network.route(`${SITE}/${name}.js`, script(name, SLOW));
    }
    const page = await open({
      library,
      body:
        gated('data-src="/ordered.js"') +
        gated('data-src="/async.js" async') +
        gated('data-src="/module.js" data-type="module"') +
        gated("", 'seen.ran.push("behind")'),
    });
    await page.evaluate(() => Consentry.current!.acceptAll());
    const asked = () =>
      network.log.entries().filter(({ path }) => /^\/(ordered|async)\.js/.test(path)).length;
    await expect.poll(asked).toBe(2);
    await page.evaluate(() => Consentry.current!.rejectAll());
    await later(network, page, SLOW);
    expect(await page.ran()).toEqual([]);
    // Given again, they run; each once.
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect
      .poll(async () => (await page.ran()).toSorted())
      .toEqual(["async", "behind", "module", "ordered"]);
  });

  it("runs what a stored choice permits in the order that HTML has, deferred ones last", async () => {
    network.route(`${SITE}/slow.js`, script("slow", 400));
    network.route(`${SITE}/deferred.js`, script("deferred"));
    const page = await open({ library });
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.choice).not.toBeNull();
    network.route(
      `${SITE}/again`,
      `<!doctype html><script>window.seen = { errors: [], events: [], ran: [] }</script>${library}
      ${gated('data-src="/deferred.js" defer')}${gated('data-src="/slow.js"')}
      ${gated("", 'seen.ran.push("inline")')}
      <script>document.addEventListener("DOMContentLoaded", () => seen.ran.push("parsed"))</script>
      <p>End</p>`,
    );
    await page.goto(`${SITE}/again`);
    await expect.poll(async () => (await page.ran()).length).toBe(4);
    const ran = await page.ran();
    expect(ran.filter((name) => name != "parsed")).toEqual(["slow", "inline", "deferred"]);
    expect(ran.indexOf("deferred")).toBeGreaterThan(ran.indexOf("parsed"));
  });

  it("calls listeners of a late script for events that have passed, once", async () => {
    const page = await open({
      library,
      body: gated(
        "",
        `addEventListener("load", () => seen.ran.push("load"));
        document.addEventListener("DOMContentLoaded", () => seen.ran.push("ready"));
        onload = () => seen.ran.push("onload");`,
      ),
    });
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect
      .poll(async () => (await page.ran()).toSorted())
      .toEqual(["load", "onload", "ready"]);
    expect(await page.evaluate(() => Object.hasOwn(window, "addEventListener"))).toBe(false);
  });
});

await inOneEngine("a script that hangs", (open, network) => {
  it("lets those behind a script that hangs through after ten seconds, one after the other", async () => {
    network.route(`${SITE}/hung.js`, script("hung", 15_000));
    const names = ["b", "c", "d"];
    for (const name of names) network.route(`${SITE}/${name}.js`, script(name));
    const page = await open({
      library,
      body:
        ["hung", ...names].map((name) => gated(`data-src="/${name}.js"`)).join("") +
        gated("", 'seen.ran.push("inline")'),
    });
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.ran).toEqual([...names, "inline"]);
    // It runs when it comes after all.
    await expect.poll(page.ran).toEqual([...names, "inline", "hung"]);
  });
});
