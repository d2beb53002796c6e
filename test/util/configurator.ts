import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect } from "vitest";
import { root } from "../pages/files.ts";
import { SITE, type TestNetwork } from "../pages/server.ts";
import type { OpenPage, Visit, VisitOptions } from "./visit.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const JAVASCRIPT = { "content-type": "text/javascript" };
export const namesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".js"))
    .map((name) => name.slice(0, -3));

/** What tests of the configurator do with its page. */
export interface Configurator {
  opened(options?: VisitOptions): Promise<Visit>;
  fill(page: Visit, selector: string, value: string): Promise<void>;
  valueOf(page: Visit, id: string): Promise<string>;
  codes(page: Visit): Promise<string>;
  shown(page: Visit, part?: string): Promise<string>;
  axe(page: Visit): Promise<string[]>;
}

export function configurator(open: OpenPage, network: TestNetwork): Configurator {
  /** Opens it and waits until the whole catalogue stands. */
  async function opened(options?: VisitOptions): Promise<Visit> {
    const page = await open(`${SITE}/examples/configurator.html`, options);
    const rows = () => page.evaluate(() => document.querySelectorAll("#services > div").length);
    await expect.poll(rows).toBe(namesIn("dist/services").length);
    return page;
  }
  const fill = (page: Visit, selector: string, value: string): Promise<void> =>
    page.evaluate(
      ([where, text]) => {
        const field = document.querySelector<HTMLInputElement>(where!)!;
        field.value = text!;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      },
      [selector, value],
    );
  const valueOf = (page: Visit, id: string): Promise<string> =>
    page.evaluate((one) => document.querySelector<HTMLTextAreaElement>(`#${one}`)!.value, id);
  const codes = (page: Visit): Promise<string> =>
    page.evaluate(() =>
      [...document.querySelectorAll("#problems code")].map((one) => one.textContent).join(),
    );
  /** What the banner, or the settings, in the preview says. */
  const shown = (page: Visit, part = "[part=banner]"): Promise<string> =>
    page.evaluate(
      (where) =>
        document
          .querySelector("iframe")!
          .contentDocument!.querySelector("[data-consentry]")
          ?.shadowRoot!.querySelector(where)?.textContent ?? "",
      part,
    );
  const axe = async (page: Visit): Promise<string[]> => {
    network.route(`${SITE}/axe.js`, { body: AXE, headers: JAVASCRIPT });
    return page.evaluate(async () => {
      for (const one of document.querySelectorAll("details")) one.open = true;
      await new Promise((done, fail) => {
        const script = document.createElement("script");
        document.head.append(
          Object.assign(script, { src: "/axe.js", onload: done, onerror: fail }),
        );
      });
      const { axe: judge } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await judge.run();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
  };

  return { opened, fill, valueOf, codes, shown, axe };
}
