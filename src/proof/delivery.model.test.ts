import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeCollector, type FakeCollector, type Mood } from "../../test/util/fakeCollector.ts";
import { fakeLocks } from "../../test/util/fakeLocks.ts";
import { proofEntry, randomBytes } from "../../test/util/proofEntry.ts";
import { createProofLog } from "./createProofLog.ts";
import type { ProofLog } from "./proofLog.ts";

/** A tab that can be killed: from then on it reaches neither the device nor the network. */
interface Tab {
  log: ProofLog;
  kill(): void;
}

/** The browser, its tabs and the collector. */
interface Real {
  collector: FakeCollector;
  storage: Record<string, string>;
  tabs: Tab[];
  open(): Tab;
}

/** What must hold: every sealed record, by id, with its exact text. */
interface Model {
  sealed: Map<string, string>;
}

function browser(): Real {
  const collector = fakeCollector();
  const storage = Object.create(null) as Record<string, string>;
  const locks = fakeLocks();
  const real: Real = {
    collector,
    storage,
    tabs: [],
    open() {
      let alive = true;
      const check = () => {
        if (!alive) throw new Error("this tab was killed");
      };
      const log = createProofLog({
        indexedDB: undefined,
        localStorage: new Proxy(storage as unknown as Storage, {
          get: (target, key) => (check(), Reflect.get(target, key) as unknown),
          set: (target, key, text) => (check(), Reflect.set(target, key, text)),
          deleteProperty: (target, key) => (check(), Reflect.deleteProperty(target, key)),
          ownKeys: (target) => (check(), Reflect.ownKeys(target)),
        }),
        locks,
        fetch: async (url, init) => {
          check();
          const answer = await collector.fetch(url, init);
          check();
          return answer;
        },
        now: () => Date.now(),
        random: randomBytes,
        collector: "/v1/records",
        window: undefined,
        report() {},
      });
      const tab: Tab = {
        log,
        kill() {
          alive = false;
          log.close();
        },
      };
      real.tabs.push(tab);
      return tab;
    },
  };
  return real;
}

const idsIn = ({ storage }: Real, store: string): string[] =>
  Object.entries(storage)
    .filter(([key]) => key.startsWith(`consentry/${store}/`))
    .map(([, row]) => (JSON.parse(row) as { id: string }).id);

/** Nothing sealed is ever absent from the outbox, the quarantine and the collector. */
function expectNothingLost(model: Model, real: Real): void {
  const waiting = new Set([...idsIn(real, "outbox"), ...idsIn(real, "quarantine")]);
  for (const [id, text] of model.sealed) {
    expect(waiting.has(id) || real.collector.stored.get(id) == text).toBe(true);
  }
  // Also the records of choices that had lapsed, which no one asked for.
  for (const id of idsIn(real, "records")) {
    expect(waiting.has(id) || real.collector.stored.has(id)).toBe(true);
  }
}

type Act = fc.AsyncCommand<Model, Real>;
const act = (name: string, run: (model: Model, real: Real) => Promise<void> | void): Act => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real);
    expectNothingLost(model, real);
  },
  toString: () => name,
});

const tabOf = (real: Real, index: number): Tab =>
  real.tabs.length ? real.tabs[index % real.tabs.length]! : real.open();

const moods: Mood[] = [
  "well",
  "well",
  "deaf",
  "offline",
  "quota",
  "half",
  "cut",
  "html",
  "strict",
  401,
  404,
  413,
  429,
  503,
];

const commands = [
  fc.nat(5).map((index) =>
    act(`decide(${index})`, async (model, real) => {
      const { id, text } = await tabOf(real, index).log.append(proofEntry({ at: Date.now() }));
      model.sealed.set(id, text);
    }),
  ),
  fc.nat(5).map((index) =>
    act(`decideAndKill(${index})`, async (model, real) => {
      const tab = tabOf(real, index);
      const { id, text } = await tab.log.append(proofEntry({ at: Date.now() }));
      model.sealed.set(id, text);
      tab.kill();
      real.tabs.splice(real.tabs.indexOf(tab), 1);
    }),
  ),
  fc.nat(5).map((index) =>
    act(`kill(${index})`, (_model, real) => {
      const tab = tabOf(real, index);
      tab.kill();
      real.tabs.splice(real.tabs.indexOf(tab), 1);
    }),
  ),
  fc.constant(act("open", async (_model, real) => void (await real.open().log.pending()))),
  fc.constantFrom(...moods).map((mood) =>
    act(`mood(${mood})`, (_model, real) => {
      real.collector.mood = mood;
    }),
  ),
  fc
    .constantFrom(0, 0, 10, 1000, 5000, 60_000, 600_000)
    .map((ms) => act(`wait(${ms})`, async () => void (await vi.advanceTimersByTimeAsync(ms)))),
  fc
    .constantFrom(-7, 1, 400)
    .map((days) =>
      act(`clock(${days})`, () => void vi.setSystemTime(Date.now() + days * 86_400_000)),
    ),
];

beforeEach(async () => {
  await import("./createSender.ts"); // So that fake time need not wait for the file.
  vi.useFakeTimers({ now: Date.UTC(2026, 4, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

it("loses no sealed record, whatever tabs, clock, network and collector do", async () => {
  let delivered = 0;
  let quarantined = 0;
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: "+1" }), async (plan) => {
      const real = browser();
      const model: Model = { sealed: new Map() };
      await fc.asyncModelRun(() => ({ model, real }), plan);

      real.collector.mood = "well";
      await real.open().log.pending();
      await vi.advanceTimersByTimeAsync(3_600_000);
      expectNothingLost(model, real);
      expect(idsIn(real, "outbox")).toEqual([]);
      expect(await real.open().log.verify()).toMatchObject({ ok: true });
      delivered += real.collector.stored.size;
      quarantined += idsIn(real, "quarantine").length;
      for (const tab of real.tabs) tab.kill();
    }),
    { numRuns: 60 },
  );
  // The run saw both ends.
  expect(delivered).toBeGreaterThan(80);
  expect(quarantined).toBeGreaterThan(3);
});
