import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { root } from "../pages/files.ts";
import { SITE } from "../pages/server.ts";
import { html, type PageParts } from "../util/html.ts";
import { missingFile } from "../util/missingFile.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

/** A site's own language, begun. */
const APP = await build({
  stdin: {
    contents: `
      import { createConsent } from "consentry";
      import { mountUi } from "consentry/ui";
      const li = { "banner.title": "Dien privacy", "action.accept": "Alles good", "banner.services.other": "{count} deenste" };
      globalThis.Consentry = { current: createConsent({ controller: { name: "Acme BV" }, categories: ["performance"], locales: { li }, ui: mountUi }) };
      Consentry.current.start();`,
    resolveDir: root,
  },
  bundle: true,
  format: "iife",
  write: false,
  logLevel: "silent",
});

/** What the banner says, as lines. */
const said = (page: Visit): Promise<string> =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("[data-consentry]")!;
    const parts = shadowRoot!.querySelectorAll("section :is(h2, p, button), dialog h2");
    return [...parts].map((one) => one.textContent).join("\n");
  });
const told = (page: Visit): Promise<string[]> =>
  page.evaluate(() => {
    const all: string[] = [];
    Consentry.current!.on("problem", ({ code, at }) => all.push(`${code} ${at}`))();
    return all.filter((one) => one.startsWith("text-missing"));
  });

await inOneEngine("a text that the language on show lacks", (open, network) => {
  const visit = async (parts: PageParts, hash = ""): Promise<Visit> => {
    const headers = { "content-type": "text/javascript" };
    network.route(`${SITE}/app.js`, { body: APP.outputFiles[0]!.text, headers });
    network.route(`${SITE}/`, html(parts));
    const page = await open(`${SITE}/${hash}`);
    await expect.poll(page.view).toBe("banner");
    return page;
  };
  const own = { lang: "li", library: '<script src="/app.js"></script>' };

  describe("where the site is made", () => {
    it("stands between marks, beside those that are there, and is told once", async () => {
      const page = await visit(own, "#consentry-check");
      await expect.poll(() => said(page)).toContain("⟦Reject all⟧");
      expect(await said(page)).toMatch(/^Dien privacy\n⟦Acme BV would like/);
      expect(await said(page)).toContain("\nAlles good");
      await page.choose("open-preferences");
      await expect.poll(() => said(page)).toContain("⟦Cookie settings⟧");
      await expect.poll(() => told(page)).toHaveLength(1);
      expect((await told(page))[0]).toMatch(/^text-missing li: banner\.text, /);
    });

    it("is every one in a language that cannot be had", async () => {
      missingFile(network, "locales/nl.js");
      const page = await visit({ lang: "nl" }, "#consentry-check");
      await expect.poll(() => said(page)).toContain("⟦Accept all⟧");
      await expect.poll(() => told(page)).toEqual(["text-missing nl"]);
      await page.choose("accept-all");
      await expect.poll(page.view).toBe("none");
    });

    it.each(["nl", "pl", "ja", "no", "en-GB"])("is none in %s", async (lang) => {
      const page = await visit({ lang }, "#consentry-check");
      const isChecked = () =>
        page.evaluate(() =>
          performance.getEntriesByType("resource").some(({ name }) => /theme-check/.test(name)),
        );
      await expect.poll(isChecked).toBe(true);
      await page.settle();
      expect(await said(page)).not.toContain("⟦");
      expect(await told(page)).toEqual([]);
    });
  });

  it("is plain English for a visitor, and nothing is told", async () => {
    const page = await visit(own);
    await page.settle();
    expect(await said(page)).toMatch(/^Dien privacy\nAcme BV would like/);
    expect(await said(page)).toContain("Reject all\nAlles good");
    expect(await said(page)).not.toContain("⟦");
    expect(await told(page)).toEqual([]);
  });
});
