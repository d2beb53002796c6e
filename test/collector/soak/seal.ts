import { build } from "esbuild";
import { chromium } from "playwright";
import { launchOptions } from "../../../scripts/browsers.mjs";
import { isProgram, machine, numbers, percentile } from "./machine.ts";

/** What the decisions of one page took, milliseconds, sorted. */
export interface SealResult {
  /** In the turn of the click: sealing, hashing, handing over to the database. */
  sealed: number[];
  /** Until the database had it. */
  kept: number[];
  /** The control: a bare loop that takes as long as sealing at the median. What it has more, the slow-down adds. */
  loop: number[];
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>seal</title>`;

/** Decides in a real page whose processor is made slower, with a collector that the records wait for. */
export async function seal(decisions: number, slower: number): Promise<SealResult> {
  const bundle = await build({
    entryPoints: ["src/proof/createProofLog.ts"],
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    write: false,
    logLevel: "error",
  });
  const browser = await chromium.launch(await launchOptions("chromium"));
  try {
    const page = await browser.newPage();
    await page.route("https://seal.example/**", (route) => {
      const script = route.request().url().endsWith("log.js");
      return route.fulfill({
        status: route.request().method() == "POST" ? 503 : 200,
        contentType: script ? "text/javascript" : "text/html",
        body: script ? bundle.outputFiles[0]!.text : PAGE,
      });
    });
    await page.goto("https://seal.example/");
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    const times = await page.evaluate(measure, decisions);
    const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
    return { sealed: sorted(times.sealed), kept: sorted(times.kept), loop: sorted(times.loop) };
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function measure(decisions: number): Promise<SealResult> {
  const at = "/log.js"; // Not a file of this repository: the page's server has it.
  const { createProofLog } = (await import(
    at
  )) as typeof import("../../../src/proof/createProofLog.ts");
  const log = createProofLog({
    indexedDB,
    localStorage,
    locks: navigator.locks,
    fetch: fetch.bind(window),
    now: Date.now,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    collector: "/v1/records",
    window,
    report: () => {},
  });
  const notice = "What was shown, word for word. ".repeat(500);
  await log.open(notice);
  // The last thing that a decision does before the page goes on: the record is sealed and handed over.
  const { commit } = IDBTransaction.prototype;
  let handed = 0;
  IDBTransaction.prototype.commit = function mark(this: IDBTransaction) {
    commit.call(this);
    handed = performance.now();
  };
  const times: SealResult = { sealed: [], kept: [], loop: [] };
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  for (let i = 0; i < decisions; i++) {
    const start = performance.now();
    const kept = log.append({
      subject: "AAAAAAAAAAAAAAAAAAAAAA",
      event: "given",
      method: "accept-all",
      source: "banner",
      at: Date.now(),
      expiresAt: Date.now() + 1e10,
      controller: "Acme BV",
      categories: { necessary: true, performance: true, marketing: false },
      services: { "google-analytics": true, hotjar: true, "microsoft-uet": false },
      notice,
      language: "en",
      revision: 1,
      page: location.href,
      gpc: false,
      library: { version: "0.0.0", build: "seal" },
      trusted: true,
    });
    await kept;
    times.sealed.push(handed - start);
    times.kept.push(performance.now() - start);
    await turn(); // A visitor decides once in a turn; the turns between are the page's own.
  }
  const spin = (rounds: number): number => {
    const start = performance.now();
    for (let i = 0, mix = 1; i < rounds; i++) mix = Math.imul(mix ^ i, 16_777_619);
    return performance.now() - start;
  };
  const median = (list: number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1]!;
  const trial = 100_000;
  const trials: number[] = [];
  for (let i = 0; i < 50; i++) {
    trials.push(spin(trial));
    await turn();
  }
  const rounds = (trial * median(times.sealed)) / median(trials);
  for (let i = 0; i < decisions; i++) {
    times.loop.push(spin(rounds));
    await turn();
  }
  return times;
}

if (isProgram(import.meta.url)) {
  const { decisions, slower } = numbers({ decisions: 500, slower: 4 });
  const { sealed, kept, loop } = await seal(decisions, slower);
  const line = (name: string, list: number[]) =>
    `${name}: p50 ${percentile(list, 0.5).toFixed(1)} ms, p99 ${percentile(list, 0.99).toFixed(1)} ms`;
  console.log(
    `${decisions} decisions, processor ${slower} times slower: ${line("sealed", sealed)}; ` +
      `${line("kept", kept)}; ${line("a bare loop", loop)}`,
  );
  console.log(machine());
}
