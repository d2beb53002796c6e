import { expect } from "vitest";
import { content, ROUTES } from "./content.ts";
import type { Site } from "./openSite.ts";

/** One thing that happens to a page of the matrix. */
export interface Step {
  name: string;
  run(): Promise<unknown>;
}

/** What others do to elements in a part of the page that no framework owns. */
const CHANGES: Record<string, (markup: string) => void> = {
  insert: (markup) => {
    free().insertAdjacentHTML("beforeend", markup);
  },
  clone: () => {
    const [last] = [...free().querySelectorAll("[data-consent]")].slice(-1);
    if (last) free().append(last.cloneNode(true));
  },
  "clone all": () => {
    free().append(...[...free().children].slice(-6).map((element) => element.cloneNode(true)));
  },
  // A morphing refresh: what the server's HTML has not is taken away.
  morph: () => {
    for (const element of free().querySelectorAll("[data-consentry-placeholder]")) element.remove();
    for (const frame of free().querySelectorAll("iframe")) {
      for (const name of ["src", "loading", "style"]) frame.removeAttribute(name);
    }
  },
  move: () => {
    const [first] = free().querySelectorAll("[data-consent]");
    if (first) free().append(first);
  },
  reuse: () => {
    const [frame] = free().querySelectorAll("iframe");
    frame?.setAttribute("data-consent", "performance");
    frame?.setAttribute("data-consent-src", "https://cdn.vendor.test/script-b.js");
  },
  "lazy loader": () => {
    for (const frame of free().querySelectorAll("iframe")) {
      frame.src = frame.getAttribute("data-consent-src")!;
    }
  },
  serialise: () => {
    free().innerHTML = String(free().innerHTML);
  },
  // As a router does with its snapshot: a copy, whose scripts are made anew.
  snapshot: () => {
    const copy = free().cloneNode(true) as Element;
    for (const script of copy.querySelectorAll("script")) {
      const fresh = document.createElement("script");
      for (const { name, value } of script.attributes) fresh.setAttribute(name, value);
      fresh.textContent = script.textContent;
      script.replaceWith(fresh);
    }
    free().replaceWith(copy);
  },
  remove: () => {
    free().replaceChildren();
  },
};

/** Stands for the function of the page that `PAGE` brings. */
declare function free(): HTMLElement;
const FREE = `globalThis.free ??= () => {
  const there = document.getElementById("free");
  if (there) return there;
  const made = document.createElement("div");
  made.id = "free";
  document.body.append(made);
  return made;
};`;

const KINDS = [
  ...Object.keys(CHANGES),
  "navigate",
  "navigate",
  "back",
  "accept",
  "reject",
  "save",
  "withdraw",
  "second tab",
];

/** Chooses the next step by the dice alone, so that a seed can be walked again. */
export function nextStep(site: Site, random: () => number): Step {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const kind = pick(KINDS);
  const route = pick(ROUTES);
  const yes = random() < 0.5;
  const name = `${kind} (${route}, ${yes})`;
  const change = CHANGES[kind];
  if (change) {
    return {
      name,
      async run() {
        await site.page?.addScriptTag({ content: FREE });
        await site.evaluate(change, content(route));
      },
    };
  }
  const choices = { performance: yes, marketing: !yes };
  const runs: Record<string, () => Promise<unknown>> = {
    navigate: () => site.go(route),
    back: () => site.evaluate(() => history.back()),
    accept: () => site.evaluate(() => Consentry.current!.acceptAll()),
    reject: () => site.evaluate(() => Consentry.current!.rejectAll()),
    save: () => site.evaluate((given) => Consentry.current!.save(given), choices),
    withdraw: () => site.evaluate(() => Consentry.current!.withdraw()),
    "second tab": () => decideElsewhere(site, choices),
  };
  return { name, run: runs[kind]! };
}

/** Decides in another tab, and waits until this one knows. */
async function decideElsewhere(site: Site, choices: Record<string, boolean>): Promise<void> {
  const other = await site.second();
  await other.goto("https://www.shop.test/elsewhere");
  await expect.poll(() => other.evaluate(() => !!Consentry.current)).toBe(true);
  await other.evaluate((given) => Consentry.current!.save(given), choices);
  const known = (): Promise<Record<string, boolean>> =>
    site.evaluate(() => ({ ...Consentry.current!.state.categories }));
  await expect.poll(known).toMatchObject(choices);
  await other.leave();
}
