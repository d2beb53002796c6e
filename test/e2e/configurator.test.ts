import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../pages/files.ts";
import { SITE } from "../pages/server.ts";
import { inOneEngine } from "../util/visit.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

await inOneEngine("the configurator", (open, network) => {
  it("offers the whole catalogue, shows the choice live, and gives a configuration that starts", async () => {
    const page = await open(`${SITE}/examples/configurator.html`, { width: 390, height: 844 });
    const rows = () => page.evaluate(() => document.querySelectorAll("#services > div").length);
    const files = readdirSync(join(root, "dist/services")).filter((name) => name.endsWith(".js"));
    await expect.poll(rows).toBe(files.length);
    const isWide = () =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth > clientWidth;
      });
    expect(await isWide()).toBe(false);

    const fill = (selector: string, value: string) =>
      page.evaluate(
        ([where, text]) => {
          const field = document.querySelector<HTMLInputElement>(where!)!;
          field.value = text!;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        },
        [selector, value],
      );
    await fill("[name=name]", "Bootsma & Zn BV");
    await fill("[name=layout]", "bar");
    await fill("[name=language]", "nl");
    // By keyboard.
    await page.evaluate(() => document.querySelector<HTMLElement>("[value=hotjar]")!.focus());
    await page.press("Space");
    await page.press("Tab");
    expect(await page.evaluate(() => document.activeElement!.getAttribute("aria-label"))).toBe(
      "Id at Hotjar",
    );
    await fill("[data-account=hotjar]", "123456");
    const banner = () =>
      page.evaluate(
        () =>
          document
            .querySelector("iframe")!
            .contentDocument!.querySelector("[data-consentry]")
            ?.shadowRoot!.querySelector(".bar")?.textContent ?? "",
      );
    await expect.poll(banner).toContain("Bootsma & Zn BV");
    expect(await banner()).toContain("Alles");

    // What the preview's visitor accepts reaches nobody.
    await page.evaluate(() =>
      document
        .querySelector("iframe")!
        .contentDocument!.querySelector("[data-consentry]")!
        .shadowRoot!.querySelector<HTMLElement>("[data-consentry-action=accept-all]")!
        .click(),
    );
    await page.settle();
    expect(page.outside()).toEqual([]);

    // Colours that nobody can read are told.
    await page.evaluate(() => document.querySelector<HTMLElement>("[name=colours]")!.click());
    await fill("[name=accent]", "#f4f4f4");
    const verdict = () => page.evaluate(() => document.querySelector("#verdict")!.textContent);
    await expect.poll(verdict).toContain("cannot be read");
    await fill("[name=accent]", "#7a3b12");

    network.route(`${SITE}/axe.js`, { body: AXE, headers: { "content-type": "text/javascript" } });
    const found = await page.evaluate(async () => {
      await new Promise((done, fail) => {
        const script = document.createElement("script");
        document.head.append(
          Object.assign(script, { src: "/axe.js", onload: done, onerror: fail }),
        );
      });
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
    expect(found).toEqual([]);

    const [snippet, json] = await page.evaluate(() =>
      [...document.querySelectorAll("textarea")].map(({ value }) => value),
    );
    expect(snippet).toContain("--consentry-accent: #7a3b12;");
    expect(snippet).toContain("--consentry-muted: ");
    expect(JSON.parse(json!)).toEqual({
      controller: { name: "Bootsma & Zn BV" },
      policyUrl: "/privacy",
      layout: "bar",
      language: "nl",
      services: { hotjar: { id: "123456" } },
    });
    network.route(`${SITE}/consent.json`, {
      body: json!,
      headers: { "content-type": "application/json" },
    });
    const site = await open(
      `<!doctype html><title>Site</title>${snippet!.replace("/consentry.js", "/dist/consentry.js")}`,
    );
    await expect.poll(site.view).toBe("banner");
    await site.choose("accept-all");
    await expect.poll(site.calls).toContain("GET static.hotjar.com/c/hotjar-123456.js");
  });
});
