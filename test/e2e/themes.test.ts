import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { contrast } from "../../src/lib/contrast.ts";
import { parseRgb } from "../../src/lib/parseRgb.ts";
import { SITE } from "../pages/server.ts";
import { inOneEngine } from "../util/visit.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A frame's window, as the test uses it. */
interface FrameWindow {
  Consentry: typeof Consentry;
  axe: {
    run(
      on: Element,
      options: object,
    ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
}

await inOneEngine("the gallery of themes", (open, network) => {
  it("shows real banners, each equal and readable in light and dark, and axe finds nothing", async () => {
    network.route(`${SITE}/axe.js`, {
      body: AXE,
      headers: { "content-type": "text/javascript" },
    });
    const page = await open(`${SITE}/examples/themes.html`);
    await page.evaluate(() => {
      for (const frame of document.querySelectorAll("iframe")) frame.loading = "eager";
    });
    const standing = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll("iframe")].filter((frame) =>
            frame.contentDocument?.querySelector("[data-consentry-view=banner]"),
          ).length,
      );
    await expect.poll(standing).toBe(15);
    await page.evaluate(async () => {
      const layers = [...document.querySelectorAll("iframe")].map(({ contentDocument }) =>
        contentDocument!.querySelector("[data-consentry]")!.shadowRoot!.querySelector("section")!,
      );
      const moves = layers.flatMap((layer) => layer.getAnimations({ subtree: true }));
      await Promise.all(moves.map(({ finished }) => finished)); // They stand still.
    });

    const judged = await page.evaluate(async () => {
      const all = [];
      for (const frame of document.querySelectorAll("iframe")) {
        const inside = frame.contentWindow as unknown as FrameWindow;
        const { contentDocument } = frame;
        await new Promise((done, fail) => {
          const script = contentDocument!.createElement("script");
          Object.assign(script, { src: "/axe.js", onload: done, onerror: fail });
          contentDocument!.head.append(script);
        });
        const host = contentDocument!.querySelector("[data-consentry]")!;
        const { violations } = await inside.axe.run(host, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        });
        const problems: string[] = [];
        inside.Consentry.current!.on("problem", ({ code, at }) => problems.push(`${code} ${at}`));
        // Each text with what it stands on: axe cannot always tell inside a frame.
        const groundOf = (one: Element): string => {
          const { backgroundColor } = getComputedStyle(one);
          return /^rgba\(.*, 0\)$/.test(backgroundColor)
            ? groundOf(one.parentElement!)
            : backgroundColor;
        };
        const texts = host.shadowRoot!.querySelectorAll("[part=banner] :is(h2, p, a, b, button)");
        const colors = [...texts].map((one) => [getComputedStyle(one).color, groundOf(one)]);
        all.push({
          title: frame.title,
          found: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
          colors,
          problems,
        });
      }
      return all;
    });
    for (const { title, found, problems, colors } of judged) {
      expect({ title, found, problems }).toEqual({ title, found: [], problems: [] });
      expect(colors.length).toBeGreaterThanOrEqual(7);
      for (const [text, ground] of colors) {
        const is = contrast(parseRgb(text!)!, parseRgb(ground!)!);
        expect(is, `${title}: ${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    // Light and dark are two, after the plain one.
    for (let at = 1; at < judged.length; at += 2) {
      const [light, dark] = [judged[at]!, judged[at + 1]!];
      expect(light.colors[0], light.title).not.toEqual(dark.colors[0]);
    }
    expect(await page.stored()).toEqual({ cookies: [], local: [], session: [], databases: [] });
  });
});
