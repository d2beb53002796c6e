import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { configurator } from "../util/configurator.ts";
import { inOneEngine } from "../util/visit.ts";

const HOTJAR = "GET static.hotjar.com/c/hotjar-123456.js";

await inOneEngine("the configurator", (open, network) => {
  const { opened, fill, valueOf, codes, shown, axe } = configurator(open, network);

  it("knows what does not start by itself, says how to mark it, and takes services of one's own", async () => {
    const page = await opened();
    for (const id of ["hotjar", "youtube"]) {
      await page.evaluate(
        (one) => document.querySelector<HTMLElement>(`[value=${one}]`)!.click(),
        id,
      );
    }
    const said = () => page.evaluate(() => document.querySelector("#problems")!.textContent);
    await expect.poll(said).toContain("Hotjar does not start by itself. Give “id” above, or mark");
    expect(await said()).toContain("YouTube does not start by itself. Mark");
    expect(await valueOf(page, "marks")).toContain('<iframe data-consent="youtube" data-src=');
    await fill(page, "[data-service=hotjar][data-option=id]", "123456");
    await expect.poll(said).not.toContain("Hotjar does not");

    await page.evaluate(() => document.querySelector<HTMLElement>("#addService")!.click());
    await fill(page, ".own .id", "my-chat");
    await fill(page, ".own .name", "Our chat");
    await fill(page, ".own .storage", "_chat cookie 13 months");
    await expect.poll(() => shown(page)).toContain("Acme BV");
    expect(await codes(page)).toBe("");
    const { services } = JSON.parse(await valueOf(page, "json")) as { services: object };
    expect(services).toEqual({
      hotjar: { id: "123456" },
      youtube: {},
      "my-chat": {
        name: "Our chat",
        category: "functional",
        storage: [{ name: "_chat", medium: "cookie", lifetime: "13 months" }],
      },
    });
    expect(await valueOf(page, "marks")).toContain('data-consent="my-chat"');
    expect(await axe(page)).toEqual([]);

    // What was copied is a page where all of it works.
    network.route(`${SITE}/consent.json`, {
      body: await valueOf(page, "json"),
      headers: { "content-type": "application/json" },
    });
    const snippet = await valueOf(page, "snippet");
    const site = await open(
      `<!doctype html><title>Site</title>${snippet.replace("/consentry/consentry.js", "/dist/consentry.js")}`,
    );
    await expect.poll(site.view).toBe("banner");
    await site.choose("accept-all");
    await expect.poll(site.calls).toContain(HOTJAR);
    expect(await site.evaluate(() => Consentry.current!.permits("my-chat youtube"))).toBe(true);
    await fill(page, ".own .category", "nothing");
    await expect.poll(() => codes(page)).toBe("unknown-category");
  });
});
