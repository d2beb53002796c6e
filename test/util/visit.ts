import { afterEach, beforeAll, describe } from "vitest";
import { SITE, type TestNetwork } from "../pages/server.ts";
import type { Entry } from "../pages/log.ts";
import { openWorld } from "./browsers.ts";
import { html, type PageParts } from "./html.ts";
import { once } from "./once.ts";
import "./pageGlobals.ts";
import { watchPage, type Watch } from "../../src/entries/testing.ts";
import { calls, outside, settle } from "./judge.ts";
import { kitOverLog } from "./kitOverLog.ts";
import type { Engine, Tab, TabOptions } from "./tab.ts";

/**
 * What lies on the visitor's device for the site on show: names only, without the note that an erasing is still being
 * looked after, which goes by itself after seconds (`cleanUp.test.ts`).
 */
export interface Stored {
  cookies: string[];
  local: string[];
  session: string[];
  databases: string[];
}

/** Nothing at all. */
export const NOTHING: Stored = { cookies: [], local: [], session: [], databases: [] };

export type Action =
  | "accept-all"
  | "reject-all"
  | "open-preferences"
  | "save"
  | "withdraw-all"
  | "load-once"
  | "allow-always";

/** A visitor with a fresh profile who looks at the site. */
export interface Visit extends Tab {
  /** What the UI's host element says it shows, or null where there is none. */
  view(): Promise<string | null>;
  /** Clicks a button of the UI. */
  choose(action: Action): Promise<void>;
  /** Clicks the switch of a category or service. */
  flip(id: string): Promise<void>;
  stored(): Promise<Stored>;
  /** The value of our cookie, or null. */
  choice(): Promise<URLSearchParams | null>;
  /** Outgoing calls so far, as sorted lines. */
  calls(): string[];
  /** Outgoing entries so far, tunnels and sockets included. */
  outside(): Entry[];
  settle(): Promise<void>;
  /** Which gated code of the page ran, in order. */
  ran(): Promise<string[]>;
  /** DOM events so far. */
  events(): Promise<{ name: string; detail: unknown }[]>;
  /** Uncaught errors of the page. */
  errors(): Promise<string[]>;
  /** The kit's witness, over the network's log: from before the page was opened. */
  watch: Watch;
}

/** Opens a page of the site: its parts, its whole HTML, or the address of what is already routed. */
export type OpenPage = (page: PageParts | string, options?: VisitOptions) => Promise<Visit>;

export interface VisitOptions extends TabOptions {
  /** Where to; default the site's front page. */
  url?: string;
  /** Response headers of the page. */
  headers?: Record<string, string>;
}

type Body = (open: OpenPage, network: TestNetwork, engine: Engine) => void;

/** Runs the tests of `body` in every installed engine: for what engines do each in their way. */
export async function inEveryEngine(title: string, body: Body): Promise<void> {
  const { engines, network } = await openWorld();
  runIn(engines, network, title, body);
}

/**
 * Runs the tests of `body` in the first engine only, because what they show is the same in all of them
 * and time is short; in every one by `npm run test:all`, which says `CONSENTRY_EVERYWHERE=1`.
 */
export async function inOneEngine(title: string, body: Body): Promise<void> {
  const { engines, network } = await openWorld();
  const everywhere = process.env["CONSENTRY_EVERYWHERE"] == "1";
  runIn(everywhere ? engines : engines.slice(0, 1), network, title, body);
}

function runIn(engines: readonly Engine[], network: TestNetwork, title: string, body: Body): void {
  describe.each(engines.map((engine) => [engine.name, engine] as const))(
    `${title} (%s)`,
    (_name, engine) => {
      beforeAll(() => engine.launch?.());
      const tabs: Tab[] = [];
      const watches: Watch[] = [];
      afterEach(async ({ task }) => {
        if (task.result?.state == "fail") task.meta.pages = await Promise.all(tabs.map(standOf));
        for (const watch of watches.splice(0)) watch.stop();
        for (const tab of tabs.splice(0)) await tab.close();
        // Beacons outlive their page: they must not be laid at the next one's door.
        if (outside(network.log).length) await settle(network.log);
        network.reset();
      });
      const open: OpenPage = async (page, { url = `${SITE}/`, headers = {}, ...options } = {}) => {
        if (typeof page != "string" || page.startsWith("<")) {
          const content = typeof page == "string" ? page : html(page);
          network.route(url, {
            body: content,
            headers: { "content-type": "text/html; charset=utf-8", ...headers },
          });
        } else url = page;
        const opened = await engine.open(options);
        const tab: Tab = { ...opened, close: once(() => opened.close()) };
        tabs.push(tab);
        const kit = kitOverLog(tab, network.log);
        const watch = await watchPage(kit, { quiet: 200 });
        watches.push(watch);
        await kit.goto(url);
        return { ...visitOf(tab, network), watch };
      };
      body(open, network, engine);
    },
  );
}

/** Where a tab stands: for whoever reads of a failure. */
async function standOf(tab: Tab): Promise<string> {
  const look = tab.evaluate(() => {
    const view = document.querySelector("[data-consentry]")?.getAttribute("data-consentry-view");
    const errors = globalThis.seen?.errors ?? [];
    return [`${location.href}, view ${view ?? "none of ours"}`, ...errors].join("; ");
  });
  return look.catch((error: unknown) => `cannot be asked: ${String(error).split("\n", 1)[0]}`);
}

export function visitOf(tab: Tab, network: TestNetwork): Omit<Visit, "watch"> {
  return {
    ...tab,
    view: () =>
      tab.evaluate(
        () =>
          document.querySelector("[data-consentry]")?.getAttribute("data-consentry-view") ?? null,
      ),
    choose: (action) => tab.click(`[data-consentry-action="${action}"]`),
    flip: (id) => tab.click(`[data-consentry-id="${id}"]`),
    stored: () =>
      tab.evaluate(async () => ({
        cookies: document.cookie
          .split("; ")
          .flatMap((pair) => pair.split("=", 1))
          .filter(Boolean)
          .sort(),
        local: Object.keys(localStorage).sort(),
        session: Object.keys(sessionStorage)
          .filter((name) => name != "consentry:clean-up")
          .sort(),
        databases: (await indexedDB.databases()).map(({ name }) => name ?? "").sort(),
      })),
    async choice() {
      const text = await tab.evaluate(
        () => /(?:^|; )consentry=([^;]*)/.exec(document.cookie)?.[1] ?? null,
      );
      return text == null ? null : new URLSearchParams(text);
    },
    calls: () => calls(network.log),
    outside: () => outside(network.log),
    settle: () => settle(network.log),
    ran: () => tab.evaluate(() => seen.ran),
    events: () => tab.evaluate(() => seen.events),
    errors: () => tab.evaluate(() => seen.errors),
  };
}
