import { expect, it } from "vitest";
import { gated, serveScript } from "../util/gatedScripts.ts";
import { html } from "../util/html.ts";
import { SITE } from "../pages/server.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const told = (page: Visit): Promise<string[]> =>
  page.evaluate(() => {
    const all: string[] = [];
    Consentry.current!.on("problem", ({ code, at }) => all.push(`${code} ${at}`))();
    return all;
  });

await inOneEngine("a service that has a loader and stands in the markup", (open, network) => {
  /** The page, with a loader that says when the file has come. */
  const library = (address: string): string => `<script src="/dist/consentry.js"></script>
    <script>Consentry.start({ controller: { name: "Acme BV" }, reload: "never", services: [{
      id: "chat", name: "Chat", category: "marketing", storage: [],
      load: ({ script }) => script("${address}").then(() => seen.ran.push("loaded"), () => seen.ran.push("failed")),
    }] })</script>`;

  type Markup = (address: string) => string;
  it.each<[where: string, first: Markup, then: Markup | ""]>([
    ["before the loader", (address: string) => gated("chat", `data-src="${address}"`), ""],
    ["before the loader, open", (address: string) => `<script src="${address}"></script>`, ""],
    ["later", () => "", (address: string) => gated("chat", `data-src="${address}"`)],
  ])("loads its file once and is reported: markup %s", async (_where, first, then) => {
    const address = serveScript(network, "chat", { delay: 300 });
    const page = await open({ library: library(address), body: first(address) });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.acceptAll());
    if (then) {
      await page.evaluate(
        (markup) => document.body.insertAdjacentHTML("beforeend", markup),
        then(address),
      );
    }
    await expect.poll(async () => (await page.ran()).toSorted()).toEqual(["chat", "loaded"]);
    await expect.poll(() => told(page)).toEqual([`service-twice ${address}`]);
    await page.settle();
    expect(page.calls()).toEqual(["GET cdn.vendor.test/chat.js"]);
    expect(await page.ran()).toEqual(["chat", "loaded"]);
    expect(await page.errors()).toEqual([]);
  });

  it("loads it once for a visitor who comes back, whichever is first there", async () => {
    const address = serveScript(network, "chat");
    const page = await open({
      library: library(address),
      body: gated("chat", `data-src="${address}"`),
    });
    await page.choose("accept-all");
    await expect.poll(async () => (await page.ran()).includes("loaded")).toBe(true);
    network.log.clear();
    await page.reload();
    await expect.poll(async () => (await page.ran()).toSorted()).toEqual(["chat", "loaded"]);
    await page.settle();
    expect(page.calls()).toEqual(["GET cdn.vendor.test/chat.js"]);
  });

  it("loads it by the markup where the loader's failed, and runs other files of the vendor", async () => {
    let fails = true;
    const address = "https://cdn.vendor.test/chat.js";
    network.route(address, () =>
      fails
        ? { broken: true }
        : { body: 'seen.ran.push("chat")', headers: { "content-type": "text/javascript" } },
    );
    const more = serveScript(network, "more");
    network.route(
      `${SITE}/`,
      html({ library: library(address), body: gated("chat", `data-src="${more}"`) }),
    );
    const page = await open(`${SITE}/`);
    await page.choose("accept-all");
    await expect.poll(async () => (await page.ran()).toSorted()).toEqual(["failed", "more"]);
    fails = false;
    await page.evaluate(
      (markup) => document.body.insertAdjacentHTML("beforeend", markup),
      gated("chat", `data-src="${address}"`),
    );
    await expect
      .poll(async () => (await page.ran()).toSorted())
      .toEqual(["chat", "failed", "more"]);
  });
});
