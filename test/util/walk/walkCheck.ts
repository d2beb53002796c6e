import { setTimeout as sleep } from "node:timers/promises";
import type { Tab } from "../tab.ts";
import { NEWS, permitsText, RELOAD } from "./walkJudge.ts";
import { CATEGORY, PREFIX, SERVICES, type ServiceId, type WalkWindow } from "./walkPage.ts";
import type { WalkWorld } from "./walkWorld.ts";

/** A promise is broken. */
export class Broken extends Error {}

/** The looks for what a withdrawn service writes again end 4.6 seconds after the withdrawal. */
export const LOOKS = 6500; // milliseconds, with the way there

/** Ends what hangs: a busy machine takes its time. */
export const PATIENCE = 60_000; // milliseconds

/** What a round knows beside the world: the tabs, and what was decided. */
export interface Walker {
  world: WalkWorld;
  tabs: Tab[];
  /** Orders to decide that tabs were given so far. */
  orders: number;
  /** Services that were withdrawn and not permitted again. */
  withdrawn: Set<ServiceId>;
}

/** Where the site's pages count their decisions, each of which must have its record. */
export const COUNT = "walk-decisions";

/** Runs something that may run twice, again if the page went meanwhile. */
export async function steady<T>(read: () => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50); // It reloads.
    }
  }
}

/** Waits until a page stands, and is reloaded where it must be. */
export async function calm(tab: Tab): Promise<void> {
  const look = () =>
    steady(() =>
      tab.evaluate(() => {
        const { walkView, walkRan, adsBegun } = window as unknown as WalkWindow;
        const refused = !Consentry.current!.permits("ads");
        return {
          view: walkView,
          ready: document.readyState == "complete" && Consentry.current!.state != null,
          must: refused && walkRan?.includes("ads") == true,
          may: refused && adsBegun == true,
        };
      }),
    );
  // What was only begun may be followed by a reload, or not: as many turns of the page's own clock as tell.
  const turns = () =>
    steady(() =>
      tab.evaluate(async () => {
        for (let turn = 0; turn < 15; turn++) await new Promise((then) => setTimeout(then, 100));
      }),
    );
  const start = Date.now();
  const first = await look();
  let waited = false;
  for (let now = first; ; now = await look()) {
    if (now.ready && !now.must) {
      if (!now.may || waited || now.view != first.view) return;
      await turns();
      waited = true;
    }
    if (now.must && Date.now() - start > NEWS + RELOAD) {
      throw new Broken("ads was withdrawn where it ran, and the page was not reloaded");
    }
    if (Date.now() - start > PATIENCE) throw new Broken("the page does not come to rest");
    await sleep(40);
  }
}

/** Checks every promise that can be checked at this moment. */
export async function check(walker: Walker): Promise<void> {
  const { world, tabs } = walker;
  for (const tab of tabs) await calm(tab);
  for (const tab of tabs) await sameAsCookie(tab);
  await recorded(walker);
  let wrong = world.judge.wrong();
  // The page's own notes may be on their way.
  for (let look = 0; wrong.length && look < 100; look++) {
    await sleep(50);
    wrong = world.judge.wrong();
  }
  if (wrong.length) throw new Broken(wrong.join("; "));
  if (Date.now() - world.judge.lastChoice() > LOOKS) await erased(walker);
}

/** The state of a tab is that of the cookie, or is within a second. */
async function sameAsCookie(tab: Tab): Promise<void> {
  const found = await steady(() =>
    tab.evaluate(async (turns) => {
      let before = "";
      let cookie = "";
      let state = {};
      let same = 0;
      // Compared by the page itself; twice the same, as one of the two may be just changing. In turns of its own clock,
      // which stands still where the machine does.
      for (let turn = 0; turn < turns && same < 2; turn++) {
        cookie = /(?:^|; )consentry=([^;]*)/.exec(document.cookie)?.[1] ?? "";
        state = { ...Consentry.current!.state.services };
        const query = new URLSearchParams(cookie);
        const lists = ["yes", "no"].map((list) => (query.get(list) ?? "").split(" "));
        const now = cookie + JSON.stringify(state);
        const fits = Object.entries(state).every(([id, on]) => {
          const category = id == "stats" || id == "pixel" ? "performance" : "marketing";
          const said = lists.findIndex((list) => list.includes(id));
          return on == (said < 0 ? lists[0]!.includes(category) : said == 0);
        });
        same = fits && (before == now || !before) ? same + 1 : 0;
        before = now;
        if (same < 2) await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return { same, cookie, state };
    }, NEWS / 20),
  );
  if (found.same < 2) throw new Broken(`a tab differs from the cookie: ${JSON.stringify(found)}`);
}

/** One record for each decision, and the chain verifies. */
async function recorded({ tabs }: Walker): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const { length, decisions, report } = await steady(() =>
      tabs[0]!.evaluate(
        async (counted) => ({
          length: (await Consentry.current!.proof.records()).length,
          decisions: Number(localStorage.getItem(counted)),
          report: await Consentry.current!.proof.verify(),
        }),
        COUNT,
      ),
    );
    if (!report.ok) throw new Broken(`the log does not verify: ${JSON.stringify(report)}`);
    if (length == decisions) return;
    if (Date.now() > end || length > decisions) {
      throw new Broken(`${decisions} decisions, ${length} records`);
    }
    await sleep(50);
  }
}

/** What withdrawn services stored is gone, in every medium and tab. */
async function erased({ tabs, withdrawn }: Walker): Promise<void> {
  const prefixes = [...withdrawn].flatMap((id) => PREFIX[id] ?? []);
  if (!prefixes.length) return;
  for (const tab of tabs) {
    const left = await steady(() =>
      tab.evaluate(async (starts) => {
        const names = {
          cookie: document.cookie.split("; "),
          localStorage: Object.keys(localStorage),
          sessionStorage: Object.keys(sessionStorage),
          indexedDB: (await indexedDB.databases()).map(({ name }) => name ?? ""),
        };
        return Object.entries(names).flatMap(([medium, all]) =>
          all
            .filter((name) => starts.some((start) => name.startsWith(start)))
            .map((name) => `${medium} ${name}`),
        );
      }, prefixes),
    );
    if (left.length) throw new Broken(`stored after the looks have ended: ${left.join(", ")}`);
  }
}

/** Takes note of which services a change of the cookie withdrew or permitted. */
export function follow(walker: Walker, before: string, after: string): void {
  for (const id of SERVICES) {
    if (permitsText(after, id)) walker.withdrawn.delete(id);
    else if (permitsText(before, id)) walker.withdrawn.add(id);
  }
}

/** Every id that can be decided about. */
export const IDS: readonly string[] = [...SERVICES, ...new Set(Object.values(CATEGORY))];
