import { describe, expect, it } from "vitest";
import { bareEngine } from "../../test/util/bareEngine.ts";
import { permits } from "../core/choice/permits.ts";
import type { State } from "../core/choice/state.ts";
import { parseKeep } from "../core/config/parseKeep.ts";
import { createCover } from "./createCover.ts";

const SERVICES = [
  { id: "stats", category: "performance", hosts: ["stats.test"] },
  { id: "heat", category: "performance", hostsFor: { script: ["heat.test"] } },
  { id: "own", category: "marketing" },
  { id: "tube", category: "functional", hosts: ["tube.test"] },
];

/** What the next page will permit is what `stored` says. */
const setUp = (policy: string, stored: Record<string, boolean> = { performance: true }) => {
  const next = bareEngine({ services: SERVICES });
  next.choose(stored);
  const made = bareEngine(
    { services: SERVICES, policy },
    { _read: () => "stored", _resume: (text: unknown) => (text == "stored" ? next.state : null) },
  );
  /** What is acted on; by default whatever is chosen. */
  let acted: State | undefined;
  const start = (): ReturnType<typeof createCover> =>
    createCover(
      made.engine,
      parseKeep({ policy }, () => {}),
      () => acted ?? made.state,
    );
  const mayAct = (ids: string): boolean => made.engine._store.get()._mayAct!(ids);
  /** What is permitted and has to wait all the same. */
  const waits = () => (ids: string) => permits(made.state, ids) && !mayAct(ids);
  const act = (): void => void (acted = made.state);
  return { ...made, made, start, mayAct, waits, act };
};

it("holds back what has no record on disk yet, refusals too", () => {
  const { made, start, mayAct, act } = setUp("none");
  act();
  start();
  made.choose({ functional: true, performance: true, marketing: false });
  const ids = ["performance", "stats", "functional stats", "!marketing", "tube", ""];
  expect(ids.filter(mayAct)).toEqual([]);
  act();
  expect(ids.filter(mayAct)).toEqual([
    "performance",
    "stats",
    "functional stats",
    "!marketing",
    "tube",
  ]);
});

describe("a page whose policy was made from consent", () => {
  it("holds back nothing, and says nothing, where the site has none", () => {
    const { made, start, waits } = setUp("none");
    const cover = start();
    expect(cover(made.choose({ performance: true }))).toBeUndefined();
    expect([waits()("performance stats"), made.problems]).toEqual([false, []]);
  });

  it("holds back what asks others and was not permitted when it was made", () => {
    const { made, start, waits } = setUp("next");
    made.choose({ functional: true });
    start();
    made.choose({ performance: true, marketing: true });
    const held = ["stats", "heat", "performance", "own stats", "own", "marketing", "tube"];
    expect(held.filter((ids) => waits()(ids))).toEqual([
      "stats",
      "heat",
      "performance",
      "own stats",
    ]);
  });

  it("says what waits for the next page, and of nothing else", () => {
    const { made, start } = setUp("next");
    const cover = start();
    expect(cover(made.choose({ marketing: true }))).toBeUndefined();
    expect(made.problems).toEqual([]);
    expect(cover(made.choose({ performance: true }))).toBeUndefined();
    expect(made.problems).toEqual(["policy-shut performance stats heat"]);
    expect(cover({ _after: made.state, _asks: false })).toBeUndefined();
  });

  it("is loaded again at once where the site says so", () => {
    const { made, start } = setUp("reload");
    expect(start()(made.choose({ performance: true }))).toBe(true);
    expect(made.problems).toEqual([]);
  });

  it("is loaded again for a visitor who asked for one embed", () => {
    const { made, start } = setUp("next", { functional: true });
    const cover = start();
    const change = made.choose({ functional: true });
    expect(cover(change)).toBeUndefined();
    const asked = { ...change, _after: { ...change._after, source: "placeholder" as const } };
    expect(cover(asked)).toBe(true);
  });

  it("is not loaded again where the next page would not permit it, or no one decided here", () => {
    const lost = setUp("reload", {});
    expect(lost.start()(lost.made.choose({ performance: true }))).toBeUndefined();
    expect(lost.problems).toEqual(["policy-shut performance stats heat"]);
    const heard = setUp("reload");
    const cover = heard.start();
    const change = heard.made.choose({ performance: true });
    expect(cover({ ...change, _decision: undefined })).toBeUndefined();
    expect(heard.problems).toEqual(["policy-shut performance stats heat"]);
  });
});
