import { setTimeout as sleep } from "node:timers/promises";
import type { Tab } from "../tab.ts";
import { Broken, calm, follow, IDS, LOOKS, steady, type Walker } from "./walkCheck.ts";
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
  const order = (act: Act, count: number, fields: Partial<Order> = {}): Step => {
    const all: Order = { act, id: "", on: false, wait: 0, ...fields };
    return step(`${act} ${all.id} ${all.act == "save" ? all.on : ""}${all.wait || ""}`.trim(), () =>
      decide(walker, tab, all, count),
    );
  };
  const makers: readonly (readonly [weight: number, make: () => Step])[] = [
    [5, () => order("accept", 1)],
    [3, () => order("reject", 1)],
    [4, () => order("save", 1, { id: pick(IDS), on: random() < 0.6 })],
    [4, () => order("withdraw", 1, { id: pick(IDS) })],
    [2, () => order("withdraw-all", 1)],
    [3, () => order("flurry", 2, { id: pick(IDS), wait: Math.floor(random() * 200) })],
    [3, () => order("leave", 1, { id: pick(IDS), wait: Math.floor(random() * 500) })],
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

/** Ends what hangs. A busy machine takes its time; what is lost stays lost. */
const PATIENCE = 60_000;

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
async function decide(walker: Walker, tab: Tab, order: Order, count: number): Promise<void> {
  const before = await cookieOf(tab);
  const view = await steady(() =>
    tab.evaluate(() =>
      document.querySelector("[data-consentry]")?.getAttribute("data-consentry-view"),
    ),
  );
  walker.decisions += count;
  const { decisions } = walker;
  if (view == "banner" && (order.act == "accept" || order.act == "reject")) {
    await tab.click(`[data-consentry-action="${order.act}-all"]`);
  } else {
    await tab.evaluate(({ act, id, on, wait }) => {
      const consent = Consentry.current!;
      if (act == "accept") void consent.acceptAll();
      else if (act == "reject") void consent.rejectAll();
      else if (act == "save") void consent.save({ [id]: on });
      else if (act == "withdraw") void consent.withdraw(id);
      else if (act == "withdraw-all") void consent.withdraw();
      else if (act == "leave") {
        // Once it is recorded; a vendor's last word and the looks for it then fall into the next page.
        const off = consent.on("withdraw", () => {
          off();
          setTimeout(() => location.assign("/b/c"), wait);
        });
        void consent.withdraw(id);
      } else {
        void consent.acceptAll();
        return new Promise<void>((done) =>
          setTimeout(() => {
            void consent.withdraw(id);
            done();
          }, wait),
        );
      }
      return undefined;
    }, order);
  }
  // The decision is made once its record is there; what follows from it may be a reload.
  const end = Date.now() + PATIENCE;
  const records = () =>
    steady(() => tab.evaluate(async () => (await Consentry.current!.proof.records()).length));
  for (let length = await records(); length < decisions; length = await records()) {
    if (Date.now() > end) {
      const page = await steady(() => tab.evaluate(stand));
      throw new Broken(`${decisions} decisions, ${length} records; ${page}`);
    }
    await sleep(40);
  }
  const after = await cookieOf(tab);
  // What was given and taken back within one step was withdrawn all the same.
  if (order.act == "flurry") follow(walker, "yes=performance+marketing", after);
  follow(walker, before, after);
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
  const end = Date.now() + PATIENCE;
  while ((await entry()) == from) {
    if (Date.now() > end) throw new Error("the browser does not go through its history");
    await sleep(30);
  }
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
  await tab.evaluate((names) => {
    for (const pair of document.cookie.split("; ")) {
      for (const domain of ["", "; domain=shop.test"]) {
        document.cookie = `${pair.split("=")[0]}=; max-age=0; path=/${domain}`;
      }
    }
    localStorage.clear();
    sessionStorage.clear();
    for (const name of names) indexedDB.deleteDatabase(name);
  }, Object.values(PREFIX));
  world.judge.notes.push({ kind: "choice", at: Date.now(), view: "", text: "" });
  walker.withdrawn.clear();
  await tab.goto(world.site + PAGES[0]);
  await calm(tab);
}
