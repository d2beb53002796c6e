import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { root } from "../pages/files.ts";
import { SITE } from "../pages/server.ts";
import { command, fileOf } from "../util/command.ts";
import { configurator, JAVASCRIPT, namesIn } from "../util/configurator.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const HOTJAR = "GET static.hotjar.com/c/hotjar-123456.js";
const GIVEN = {
  controller: { name: "Bootsma & Zn BV", email: "privacy@bootsma.test" },
  policyUrl: "/privacy",
  layout: "centre",
  language: "nl",
  categories: { performance: {}, ads: { name: "Reclame", description: "Voor advertenties." } },
  gpc: ["ads"],
  services: {
    hotjar: { id: 123456 },
    "my-chat": {
      name: "Our chat",
      category: "ads",
      storage: [{ name: "_chat", medium: "cookie", lifetime: "13 months" }],
      hosts: ["chat.example"],
    },
    hubspot: { id: "1234567", region: "eu1", consent: { analytics: true }, category: "ads" },
    "google-analytics": { id: "G-TEST123", transfer: ["US"] },
  },
  days: 90,
  hostOnly: true,
  reopenButton: true,
  collector: "/consent-records",
  texts: { nl: { "banner.title": "Mag dit?" }, "*": { "settings.title": "Cookies" } },
  reload: "never",
};

await inOneEngine("the configurator", (open, network) => {
  const { opened, fill, valueOf, codes, shown, axe } = configurator(open, network);
  const load = async (page: Visit, text: string): Promise<void> => {
    await fill(page, "#given", text);
    await page.evaluate(() => document.querySelector<HTMLElement>("#load")!.click());
  };
  it("offers the catalogue with the options of each, shows the choice live, and the copied tag starts it", async () => {
    const page = await opened({ width: 390, height: 844 });
    const isWide = () =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth > clientWidth;
      });
    expect(await isWide()).toBe(false);
    const offered = (list: string) =>
      page.evaluate(
        (where) => [...document.querySelectorAll<HTMLOptionElement>(where)].map((one) => one.value),
        list,
      );
    expect(await offered("#pageIn option")).toEqual(["en", ...namesIn("dist/locales")].toSorted());
    expect(await offered("#services > div > label > input")).toEqual(namesIn("dist/services"));

    await fill(page, "[name=name]", "Bootsma & Zn BV");
    await fill(page, "[name=layout]", "bar");
    await page.evaluate(() => document.querySelector<HTMLElement>("[name=hostOnly]")!.click());
    await fill(page, "[name=language]", "nl");
    // By keyboard.
    await page.evaluate(() => document.querySelector<HTMLElement>("[value=hotjar]")!.focus());
    await page.press("Space");
    const options = () =>
      page.evaluate(() => document.querySelectorAll("[data-service=hotjar]").length);
    await expect.poll(options).toBe(5);
    await page.press("Tab");
    expect(
      await page.evaluate(() => (document.activeElement as HTMLElement).dataset["option"]),
    ).toBe("id");
    await fill(page, "[data-service=hotjar][data-option=id]", "zero");
    await expect.poll(() => codes(page)).toBe("option-format");
    await fill(page, "[data-service=hotjar][data-option=id]", "123456");
    await expect.poll(() => codes(page)).toBe("");
    await expect.poll(() => shown(page)).toContain("Bootsma & Zn BV");
    await expect.poll(() => shown(page)).toContain("Alles");

    // What the preview's visitor accepts reaches nobody.
    const accept = () =>
      page.evaluate(() => {
        const inside = document.querySelector("iframe")!.contentDocument!;
        const { shadowRoot } = inside.querySelector("[data-consentry]") ?? {};
        shadowRoot?.querySelector<HTMLElement>("[data-consentry-action=accept-all]")?.click();
        return inside.cookie.includes("yes=");
      });
    await expect.poll(accept).toBe(true);
    await page.settle();
    expect(page.outside()).toEqual([]);

    // Colours that nobody can read are told, those of the other scheme too.
    await fill(page, "[name=theme]", "own");
    await fill(page, "[name=light-accent]", "#f4f4f4");
    const verdict = () => page.evaluate(() => document.querySelector("#problems")!.textContent);
    await expect.poll(verdict).toContain("cannot be read");
    await fill(page, "[name=light-accent]", "#7a3b12");
    await fill(page, "[name=dark-text]", "#333333");
    await expect.poll(verdict).toContain("dark: text contrast 1.");
    await fill(page, "[name=dark-text]", "#eeeeee");
    await expect.poll(() => codes(page)).toBe("");
    await fill(page, "#scheme", "dark");
    await fill(page, "[name=light-text]", "#e8e8e8");
    await expect.poll(verdict).toContain("light: text contrast 1.");
    await fill(page, "[name=light-text]", "#1c2127");
    await fill(page, "#scheme", "light");
    await fill(page, "[name=radius]", "4");
    await expect.poll(() => codes(page)).toBe("");
    expect(await axe(page)).toEqual([]);
    expect(await isWide()).toBe(false);

    const [snippet, json] = [await valueOf(page, "snippet"), await valueOf(page, "json")];
    expect(snippet).toContain("--consentry-accent: #7a3b12;");
    expect(snippet).toContain("--consentry-muted: ");
    expect(JSON.parse(json)).toEqual({
      controller: { name: "Bootsma & Zn BV" },
      policyUrl: "/privacy",
      layout: "bar",
      language: "nl",
      services: { hotjar: { id: "123456" } },
      hostOnly: true,
    });
    network.route(`${SITE}/consent.json`, {
      body: json,
      headers: { "content-type": "application/json" },
    });
    const site = await open(
      `<!doctype html><title>Site</title>${snippet.replace("/consentry/consentry.js", "/dist/consentry.js")}`,
    );
    await expect.poll(site.view).toBe("banner");
    const radius = () =>
      site.evaluate(() => {
        const { shadowRoot } = document.querySelector("[data-consentry]")!;
        return getComputedStyle(shadowRoot!.querySelector("[part=choice]")!).borderTopLeftRadius;
      });
    expect(await radius()).toBe("2.5px");
    await site.choose("accept-all");
    await expect.poll(site.calls).toContain(HOTJAR);
    await site.settle();
    const told = site.evaluate(async () => {
      const all: string[] = [];
      Consentry.current!.on("problem", ({ code, at }) => all.push(`${code} ${at}`));
      await new Promise((done) => setTimeout(done));
      return all;
    });
    expect(await told).toEqual([]);
  });

  describe("with a configuration to go on from", () => {
    it("gives back what it was given, and each mistake in it with its code", async () => {
      const page = await opened();
      await load(page, JSON.stringify(GIVEN));
      const written = async () => JSON.parse(await valueOf(page, "json")) as unknown;
      await expect.poll(written).toEqual(GIVEN);
      await expect.poll(() => shown(page)).toContain("Mag dit?");
      expect(await codes(page)).toBe("");
      await fill(page, "#scheme", "dark");
      await fill(page, "#view", "preferences");
      await expect.poll(() => shown(page, "dialog.prefs")).toContain("Voor advertenties.");
      const ground = () =>
        page.evaluate(() => {
          const { contentDocument } = document.querySelector("iframe")!;
          const shadowRoot = contentDocument!.querySelector("[data-consentry]")?.shadowRoot;
          if (!shadowRoot) return null;
          const settings = shadowRoot.querySelector("dialog.prefs");
          return settings && getComputedStyle(settings).backgroundColor;
        });
      await expect.poll(ground).toBe("rgb(29, 33, 37)");
      await fill(page, "#scheme", "light");
      await expect.poll(ground).toBe("rgb(255, 255, 255)");
      expect(await axe(page)).toEqual([]);

      const { services: _all, ...others } = GIVEN;
      const wrong = {
        ...others,
        days: 500,
        layuot: "bar",
        layout: "side",
        policyUrl: "javascript:0",
        services: { hubspot: {} },
      };
      for (const [given, ...expected] of [
        ["{", "config-unreadable"],
        ["[]", "config-not-object"],
        [{ ...others, controller: {} }, "controller-missing"],
        [{ ...others, revision: -1 }, "wrong-type"],
        [wrong, "bad-days", "unknown-option", "wrong-type", "bad-url", "unknown-category"],
        [{ ...others, services: { nobody: {} } }, "service-unavailable"],
        [{ ...others, services: { hotjar: 5 }, texts: { nl: { a: 1 } } }, "wrong-type"],
        [{ ...others, services: [{ name: "Mine" }] }, "bad-id"],
      ] as const) {
        await load(page, typeof given == "string" ? given : JSON.stringify(given));
        for (const code of expected) {
          await expect.poll(() => codes(page), { message: code }).toContain(code);
        }
        if (typeof given != "string") expect(await written()).toEqual(given);
      }
    });

    it("gives code for npm and a command for a bundle, and both run as they are", async () => {
      const page = await opened();
      const { collector: _, hostOnly: _too, ...given } = GIVEN;
      await load(page, JSON.stringify(given));
      await expect.poll(() => shown(page)).toContain("Mag dit?");
      await fill(page, "#way", "npm");
      await expect.poll(() => valueOf(page, "snippet")).toContain("createConsent");
      const made = await build({
        stdin: { contents: await valueOf(page, "snippet"), resolveDir: root, loader: "ts" },
        bundle: true,
        format: "iife",
        write: false,
        logLevel: "silent",
      });
      network.route(`${SITE}/app.js`, { body: made.outputFiles[0]!.text, headers: JAVASCRIPT });

      await fill(page, "#way", "bundle");
      const line = /^npx consentry (.*)$/m.exec(await valueOf(page, "snippet"))![1]!;
      const folder = dirname(fileOf(await valueOf(page, "json")));
      expect(await command(line.split(" "), folder)).toMatchObject({ code: 0 });
      const file = join(folder, "consentry.site.js");
      expect(existsSync(file)).toBe(true);
      const body = readFileSync(file, "utf8");
      network.route(`${SITE}/consentry.site.js`, { body, headers: JAVASCRIPT });

      for (const src of ["/app.js", "/consentry.site.js"]) {
        const site = await open(`<!doctype html><title>Site</title><script src="${src}"></script>`);
        await expect.poll(site.view, { message: src }).toBe("banner");
        expect(
          await site.evaluate(
            () => document.querySelector("[data-consentry]")!.shadowRoot!.textContent,
          ),
        ).toContain("Mag dit?");
        await site.choose("accept-all");
        await expect.poll(site.calls, { message: src }).toContain(HOTJAR);
      }
    });
  });
});
