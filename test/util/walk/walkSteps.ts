import { setTimeout as sleep } from "node:timers/promises";
import type { Tab } from "../tab.ts";
import {
  Broken,
  calm,
  COUNT,
  follow,
  IDS,
  LOOKS,
  PATIENCE,
  steady,
  type Walker,
} from "./walkCheck.ts";
import { marked, PREFIX, SERVICES, type WalkWindow } from "./walkPage.ts";
import { PAGES, type Mood } from "./walkWorld.ts";

/** One step: what it is called, and what it does. */
export interface Step {
  name: string;
  run(): Promise<void>;
}

type Act = "accept" | "reject" | "save" | "withdraw" | "withdraw-all" | "flurry" | "leave";
interface Order {
  act: Act;
  id: string;
  on: boolean;
  wait: number;
}
/** An order as a page gets it, with the names under which it keeps what it did. */
interface Obeyed extends Order {
  number: number;
  GIVEN: string;
  DONE: string;
  COUNT: string;
}

const MOODS: readonly Mood[] = ["well", "well", "fails", "hangs", "resets", "throws"];
const MOST_TABS = 3;

/** Chooses the next step. Only the dice and the number of tabs count, so that a seed can be replayed. */
export function nextStep(walker: Walker, random: () => number, number: number): Step {
  const { world, tabs } = walker;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const index = Math.floor(random() * tabs.length);
  const tab = tabs[index]!;
  const step = (name: string, run: () => Promise<void>): Step => ({
    name: `tab ${index}: ${name}`,
    run,
  });
  const order = (act: Act, fields: Partial<Order> = {}): Step => {
    const all: Order = { act, id: "", on: false, wait: 0, ...fields };
    return step(`${act} ${all.id} ${all.act == "save" ? all.on : ""}${all.wait || ""}`.trim(), () =>
      decide(walker, tab, all),
    );
  };
  const makers: readonly (readonly [weight: number, make: () => Step])[] = [
    [5, () => order("accept")],
    [3, () => order("reject")],
    [4, () => order("save", { id: pick(IDS), on: random() < 0.6 })],
    [4, () => order("withdraw", { id: pick(IDS) })],
    [2, () => order("withdraw-all")],
    [3, () => order("flurry", { id: pick(IDS), wait: Math.floor(random() * 200) })],
    [3, () => order("leave", { id: pick(IDS), wait: Math.floor(random() * 500) })],
    [3, () => goTo(pick(PAGES))],
    [2, () => step("reload", () => tab.reload())],
    [2, () => step("back", () => travel(walker, tab, -1))],
    [2, () => step("forward", () => travel(walker, tab, 1))],
    [2, () => (tabs.length < MOST_TABS ? openTab(pick(PAGES)) : goTo(pick(PAGES)))],
    [1, () => (tabs.length > 1 ? closeTab() : goTo(pick(PAGES)))],
    [5, insert],
    [3, () => kill(pick(SERVICES), pick(MOODS))],
    [1, () => step(`collector ${world.archive.is == "up" ? "down" : "up"}`, toggleCollector)],
    [1, clear],
    [1, () => step("wait until the looks have ended", () => sleep(LOOKS))],
  ];
  let dice = random() * makers.reduce((sum, [weight]) => sum + weight, 0);
  return (makers.find(([weight]) => (dice -= weight) < 0) ?? makers[0]!)[1]();

  function goTo(path: string): Step {
    return step(`go to ${path}`, () => tab.goto(world.site + path));
  }
  function openTab(path: string): Step {
    return step(`open another tab at ${path}`, async () => {
      const opened = await tab.second();
      tabs.push(opened);
      await opened.goto(world.site + path);
    });
  }
  function closeTab(): Step {
    return step("close", async () => {
      tabs.splice(index, 1);
      await tab.leave();
    });
  }
  function insert(): Step {
    const kind = pick(["script", "iframe", "img"] as const);
    const way = pick(["DOM", "innerHTML"] as const);
    const id = pick(SERVICES);
    const html = marked(kind, id, world.round, `step-${number}`);
    return step(`insert <${kind}> of ${id} by ${way}`, () => insertMarkup(tab, html, way));
  }
  function kill(id: (typeof SERVICES)[number], mood: Mood): Step {
    return step(`${id} ${mood}`, async () => void (world.moods[id] = mood));
  }
  async function toggleCollector(): Promise<void> {
    world.archive.is = world.archive.is == "up" ? "busy" : "up";
  }
  function clear(): Step {
    return step("clear what is stored", () => clearAll(walker, tab));
  }
}

/** Where a tab keeps the order that it was given last and the one that it is done with. */
const GIVEN = "walk-given";
const DONE = "walk-done";

/** Runs in the page: whether it decided, what it reported, and where it keeps what. */
const stand = (): string =>
  JSON.stringify({
    state: Consentry.current!.state,
    cookie: document.cookie,
    problems: (window as unknown as WalkWindow).walkProblems,
    kept: Object.keys(localStorage),
  });

const cookieOf = (tab: Tab): Promise<string> =>
  steady(() => tab.evaluate(() => /(?:^|; )consentry=([^;]*)/.exec(document.cookie)?.[1] ?? ""));

/** Decides as a visitor (a click, where the banner stands) or as the page's own code. */
async function decide(walker: Walker, tab: Tab, order: Order): Promise<void> {
  const before = await cookieOf(tab);
  const view = await steady(() =>
    tab.evaluate(() =>
      document.querySelector("[data-consentry]")?.getAttribute("data-consentry-view"),
    ),
  );
  if (view == "banner" && (order.act == "accept" || order.act == "reject")) {
    await steady(() => tab.evaluate(count, COUNT));
    await tab.click(`[data-consentry-action="${order.act}-all"]`);
  } else {
    const number = ++walker.orders;
    const given = await steady(() => tab.evaluate(obey, { ...order, number, GIVEN, DONE, COUNT }));
    await until(tab, `order ${number}, given to ${given}, is not done`, () =>
      steady(() =>
        tab.evaluate(
          ([done, wanted, first]) =>
            sessionStorage.getItem(done!) == wanted ||
            (window as unknown as WalkWindow).walkView != first,
          [DONE, String(number), given],
        ),
      ),
    );
  }
  // A decision is made once its record is there; what follows from it may be a reload.
  await until(tab, "a decision has no record", () =>
    steady(() =>
      tab.evaluate(
        async (counted) =>
          (await Consentry.current!.proof.records()).length >=
          Number(localStorage.getItem(counted)),
        COUNT,
      ),
    ),
  );
  const after = await cookieOf(tab);
  // What was given and taken back within one step was withdrawn all the same.
  if (order.act == "flurry") follow(walker, "yes=performance+marketing", after);
  follow(walker, before, after);
}

/** Runs in the page: one more decision. */
function count(counted: string): void {
  localStorage.setItem(counted, String(Number(localStorage.getItem(counted)) + 1));
}

/**
 * Runs in the page, which obeys once, however often it is told: where it leaves, its answer is lost on the way. It
 * counts each decision in the task in which it makes it, as one that leaves in between makes fewer. Gives the view.
 */
function obey({ act, id, on, wait, number, GIVEN, DONE, COUNT }: Obeyed): string {
  const [told, where] = (sessionStorage.getItem(GIVEN) ?? "").split(" ");
  if (told == String(number)) return where!;
  const { walkView } = window as unknown as WalkWindow;
  sessionStorage.setItem(GIVEN, `${number} ${walkView}`);
  const consent = Consentry.current!;
  const done = (): void => sessionStorage.setItem(DONE, String(number));
  const made = <T>(decision: () => T): T => {
    localStorage.setItem(COUNT, String(Number(localStorage.getItem(COUNT)) + 1));
    return decision();
  };
  if (act == "flurry") {
    void made(() => consent.acceptAll());
    setTimeout(() => {
      void made(() => consent.withdraw(id));
      done();
    }, wait);
  } else if (act == "leave") {
    // Once it is recorded; a vendor's last word and the looks for it then fall into the next page.
    let leaves = false;
    const off = consent.on("withdraw", () => {
      leaves = true;
      off();
      setTimeout(() => location.assign("/b/c"), wait);
    });
    void made(() => consent.withdraw(id)).then(() => {
      off();
      if (!leaves) sessionStorage.setItem(DONE, String(number));
    });
  } else {
    if (act == "accept") void made(() => consent.acceptAll());
    else if (act == "reject") void made(() => consent.rejectAll());
    else if (act == "save") void made(() => consent.save({ [id]: on }));
    else void made(() => consent.withdraw(act == "withdraw" ? id : undefined));
    done();
  }
  return walkView;
}

/** Waits for what comes, however long a busy machine takes; says how the page stands where it does not. */
async function until(tab: Tab, what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Broken(`${what}; ${await steady(() => tab.evaluate(stand))}`);
    await sleep(40);
  }
}

/** Back or forward, as far as there is a page of the site. */
async function travel({ world }: Walker, tab: Tab, by: number): Promise<void> {
  const entry = () => steady(() => tab.evaluate(() => navigation.currentEntry?.key));
  const from = await entry();
  const goes = await tab.evaluate((steps) => {
    if (!(steps < 0 ? navigation.canGoBack : navigation.canGoForward)) return false;
    // The answer comes before the page goes.
    setTimeout(() => history.go(steps));
    return true;
  }, by);
  if (!goes) return;
  await until(
    tab,
    "the browser does not go through its history",
    async () => (await entry()) != from,
  );
  const stays = await steady(() =>
    tab.evaluate(
      () => location.href.startsWith("https://w") && !location.pathname.includes("blank"),
    ),
  );
  if (!stays) await tab.goto(world.site + PAGES[0]);
}

async function insertMarkup(tab: Tab, html: string, way: "DOM" | "innerHTML"): Promise<void> {
  await tab.evaluate(
    ({ text, how }) => {
      const place = document.createElement("div");
      if (how == "innerHTML") {
        document.body.append(place);
        place.innerHTML = text;
        return;
      }
      place.innerHTML = text;
      const [model] = place.children;
      const made = document.createElement(model!.localName);
      for (const { name, value } of model!.attributes) made.setAttribute(name, value);
      document.body.append(made);
    },
    { text: html, how: way },
  );
  await sleep(50);
}

/** Clears the cookies and what vendors stored, from a page of the site without the library. */
async function clearAll(walker: Walker, tab: Tab): Promise<void> {
  const { tabs, world } = walker;
  for (const other of tabs.splice(0)) if (other != tab) await other.leave();
  tabs.push(tab);
  await tab.goto(`${world.site}/blank`);
  await tab.evaluate(
    ({ names, COUNT }) => {
      for (const pair of document.cookie.split("; ")) {
        for (const domain of ["", "; domain=shop.test"]) {
          document.cookie = `${pair.split("=")[0]}=; max-age=0; path=/${domain}`;
        }
      }
      const counted = localStorage.getItem(COUNT);
      localStorage.clear();
      localStorage.setItem(COUNT, counted ?? "0");
      sessionStorage.clear();
      for (const name of names) indexedDB.deleteDatabase(name);
    },
    { names: Object.values(PREFIX), COUNT },
  );
  world.judge.notes.push({ kind: "choice", at: Date.now(), view: "", text: "" });
  walker.withdrawn.clear();
  await tab.goto(world.site + PAGES[0]);
  await calm(tab);
}
