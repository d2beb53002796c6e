import { expect } from "vitest";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { settle } from "../util/judge.ts";
import { BASIC, inline } from "../util/html.ts";
import type { OpenPage, Visit } from "../util/visit.ts";
import { CDN, ROUTES } from "./content.ts";
import { bundleScript, createRenderPage, type Library } from "./libraries.ts";

/** What stands in a page of the matrix. */
export interface Stand {
  route: string | undefined;
  /** Addresses of gated frames that are in the open. */
  frames: string[];
  placeholders: number;
  /** Placeholders and copies of ours that stand for nothing. */
  orphans: number;
  /** Elements of the interface. */
  hosts: number;
}

/** How often things of a route ran or were fetched. */
export type Runs = Record<"own" | "gated" | "file" | "frame" | "ownFrame", number>;

/** A visitor of a page of the matrix. */
export interface Site extends Visit {
  /** Follows a link of the page, and waits until the library shows that route and nothing is on its way. */
  go(route: string): Promise<void>;
  /** The browser's Back, likewise. */
  goBack(route: string): Promise<void>;
  stand(): Promise<Stand>;
  /** How often a route's code ran so far: the page's own, the gated one, the gated file; and its frame was fetched. */
  runs(route: string): Promise<Runs>;
  /** Requests for what is gated so far. */
  gatedCalls(): string[];
}

/** The first script of each page. The observer of `html.ts` is for pages that are loaded once. */
const SEEN = `<meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
  <script>window.seen ??= (() => {
    const seen = { errors: [], events: [], ran: [] };
    addEventListener("error", (event) => seen.errors.push(String(event.message)));
    addEventListener("unhandledrejection", (event) => seen.errors.push(String(event.reason)));
    return seen;
  })()</script>`;

/** Quiet for so long, in milliseconds, the network is done with a navigation. */
const QUIET_MS = 100;

/** Opens route `a` of a site that uses the library. */
export async function openSite(
  open: OpenPage,
  network: TestNetwork,
  library: Library,
): Promise<Site> {
  const script = await bundleScript(library);
  const render = await createRenderPage(library);
  const head = SEEN + inline({ ...BASIC, reload: "never" });
  const type = { "content-type": "text/javascript" };
  network.route(`${SITE}/library.js`, { body: script, headers: type });
  for (const route of ROUTES) {
    network.route(`${SITE}/${route}`, render(route, head));
    const ran = `seen.ran.push("file ${route}")`;
    network.route(`${CDN}/script-${route}.js`, { body: ran, headers: type });
    network.route(`${CDN}/frame-${route}`, `<p>Film ${route}</p>`);
    network.route(`${SITE}/own-frame-${route}`, `<p>Own ${route}</p>`);
  }
  // For another tab: nothing on it waits.
  network.route(
    `${SITE}/elsewhere`,
    `<!doctype html><html lang="en"><head>${head}</head><body></body></html>`,
  );
  const page = await open(`${SITE}/a`);
  const arrive = async (route: string): Promise<void> => {
    await expect.poll(async () => (await page.evaluate(look)).route).toBe(route);
    await settle(network.log, QUIET_MS);
  };
  await expect.poll(page.view).toBe("banner");
  await arrive("a");
  // What changes before is a mismatch, whoever changes it.
  if (library.renders)
    await expect.poll(() => page.evaluate(() => "isHydrated" in seen)).toBe(true);
  return {
    ...page,
    stand: () => page.evaluate(look),
    async go(route) {
      await page.click(`#to-${route}`);
      await arrive(route);
    },
    async goBack(route) {
      // A frame whose address a library changed in place has an entry of its own in the history, as any frame has.
      const isThere = (): Promise<boolean> =>
        page.evaluate((path) => location.pathname == path, `/${route}`);
      for (let presses = 0; presses < 3 && !(await isThere()); presses++) {
        // The page or the frame has moved: a press that comes before leaves the site.
        const moved = page.page!.waitForEvent("framenavigated");
        await page.evaluate(() => history.back());
        await moved;
        await settle(network.log, QUIET_MS);
      }
      await arrive(route);
    },
    async runs(route) {
      const ran = await page.ran();
      const count = (kind: string): number => ran.filter((one) => one == `${kind} ${route}`).length;
      const fetched = (path: string): number =>
        network.log.entries().filter((entry) => entry.path == path).length;
      return {
        own: count("own"),
        gated: count("gated"),
        file: count("file"),
        frame: fetched(`/frame-${route}`),
        ownFrame: fetched(`/own-frame-${route}`),
      };
    },
    gatedCalls: page.calls,
  };
}

/** Runs in the page, and sees nothing of this module. */
function look(): Stand {
  const roots: ParentNode[] = [document];
  for (const { shadowRoot } of document.querySelectorAll("x-view")) roots.push(shadowRoot!);
  const all = (selector: string): Element[] =>
    roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const placeholders = all("[data-consentry-placeholder]");
  const copies = all("script[type='text/x-consentry']");
  const isOrphan = ({ nextElementSibling: next }: Element): boolean =>
    !next?.hasAttribute("data-consent");
  return {
    // Not what a walk inserted.
    route: all("h1").find((heading) => !heading.closest("#free"))?.textContent,
    frames: all("iframe[data-consent][src]").map((frame) => frame.getAttribute("src")!),
    placeholders: placeholders.length,
    orphans:
      copies.filter(isOrphan).length +
      placeholders.filter((one) => isOrphan(one) || !one.shadowRoot).length,
    hosts: document.querySelectorAll("[data-consentry]").length,
  };
}
