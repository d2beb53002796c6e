import { describe, expect, it } from "vitest";
import { bareEngine, NOW } from "../../test/util/bareEngine.ts";
import type { EarlyClick } from "../core/choice/earlyClick.ts";
import { shownHash } from "../core/choice/shownHash.ts";
import type { Decision, Intent, State } from "../core/choice/state.ts";
import { parseKeep } from "../core/config/parseKeep.ts";
import type { Choice } from "./createChoice.ts";
import { createIntents } from "./createIntents.ts";

const SERVICES = [
  { id: "stats", category: "performance" },
  { id: "ads", category: "marketing" },
];
const DAY_S = 86_400;
interface Changed {
  state: State;
  decision: Decision | undefined;
  notice: string | undefined;
  click: EarlyClick | undefined;
}

/** `hasGpc` says what the browser says, `shown` what an interface shows, `idle` what nothing uses. */
const setUp = ({ options = {}, hasGpc = false, shown = "", idle = [] as string[] } = {}) => {
  const changed: Changed[] = [];
  const views: string[] = [];
  const made = bareEngine(
    { services: SERVICES, ...options },
    {
      _env: { window: { navigator: { globalPrivacyControl: hasGpc } }, now: () => NOW },
      _ui: {
        _made: () => (shown ? { _notice: () => shown } : undefined),
        _use: (act: (ui: object) => unknown) =>
          act({ _show: (...given: string[]) => views.push(given.join()) }),
      },
    },
  );
  Object.assign(made.engine._config, { _idle: new Set(idle) });
  const { _store: store } = made.engine;
  /** What another tab decided meanwhile. */
  let elsewhere: (() => void) | undefined;
  let text = "";
  const choice = {
    _look() {
      elsewhere?.();
      return !!elsewhere;
    },
    _read: () => ({ _is: "one", _text: text }),
    _change(...[state, decision, notice, click]: Parameters<Choice["_change"]>) {
      changed.push({ state, decision, notice, click });
      store.set({ ...store.get(), _state: state });
      return Promise.resolve();
    },
  } as unknown as Choice;
  const intents = createIntents(
    made.engine,
    parseKeep(options, () => {}),
    choice,
  );
  const accept: Intent = { kind: "accept-all", source: "banner", trusted: true };
  return {
    ...made,
    made,
    changed,
    views,
    intents,
    accept,
    meanwhile: (act: () => void) => void (elsewhere = act),
    keeps: (value: string) => void (text = value),
    sum: () => changed.map(({ decision }) => `${decision?.source} ${decision?.event}`),
  };
};
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("what someone wants", () => {
  it("becomes a change, with what was shown", async () => {
    const { intents, accept, changed } = setUp({ shown: "words" });
    await intents._decide(accept);
    await intents._decide({ ...accept, kind: "reject-all" }, undefined, "other words");
    expect(changed.map(({ notice }) => notice)).toEqual(["words", "other words"]);
    const [{ state, decision, click } = changed[0]!] = changed;
    expect(state).toBe(decision!.state);
    expect(state.decidedAt).toBe(NOW);
    expect(state.subjectId).toMatch(/^[\w-]{22}$/);
    expect(click).toBeUndefined();
  });

  it("is no consent where nothing was shown, and is a refusal all the same", async () => {
    const { intents, accept, sum, problems } = setUp();
    await intents._decide(accept);
    expect([sum(), problems]).toEqual([[], ["not-informed banner"]]);
    await intents._decide({ ...accept, kind: "reject-all" });
    expect(sum()).toEqual(["banner refused"]);
  });

  it("decides nothing where the visitor saw what another tab has decided since", async () => {
    const { intents, accept, sum, problems, made, meanwhile } = setUp({ shown: "words" });
    const seen = made.state;
    meanwhile(() => {});
    await intents._decide(accept, seen);
    expect(sum(), "the other tab left it as it was").toEqual(["banner given"]);
    meanwhile(() => void made.choose({ performance: false }));
    await intents._decide(accept, made.state);
    expect([sum().length, problems]).toEqual([1, ["stale-choice"]]);
    await intents._decide(accept);
    expect(sum(), "who saw nothing is not out of date").toHaveLength(2);
  });

  it("accepts nothing where nothing asks for consent", async () => {
    const { intents, accept, sum } = setUp({
      shown: "words",
      options: { services: [], categories: [] },
    });
    await intents._decide(accept);
    expect(sum()).toEqual([]);
    await intents._decide({ ...accept, kind: "reject-all" });
    expect(sum()).toEqual(["banner refused"]);
  });
});

describe("a call of the page's own code", () => {
  it("saves what it names, by true and false alone", async () => {
    const { intents, changed, made } = setUp();
    await intents._order("save", { performance: true, marketing: "yes" });
    expect(made.state.categories).toMatchObject({ performance: true, marketing: false });
    expect(changed[0]!.decision).toMatchObject({ method: "save", source: "api", trusted: false });
  });

  it("withdraws one id, or everything", async () => {
    const { intents, made } = setUp();
    await intents._order("accept-all");
    await intents._order("withdraw", "marketing");
    expect(made.state.categories).toMatchObject({ performance: true, marketing: false });
    await intents._order("withdraw");
    expect(made.state.categories).toMatchObject({ performance: false, marketing: false });
  });

  it("takes no id for anything but a withdrawal", async () => {
    const { intents, made } = setUp();
    await intents._order("reject-all", "marketing");
    expect(made.state.refused).toContain("performance");
  });

  it("that names nothing declared decides nothing, and what is declared beside it counts", async () => {
    const { intents, sum, problems } = setUp();
    await intents._order("save", { statz: true, adz: false });
    await intents._order("withdraw", "statz");
    expect(sum()).toEqual([]);
    await intents._order("save", { statz: true, stats: true });
    expect(sum()).toEqual(["api given"]);
    await intents._order("save", {});
    expect(sum()).toHaveLength(2);
    expect(problems).toEqual([
      "unknown-id statz",
      "unknown-id adz",
      "unknown-id statz",
      "unknown-id statz",
    ]);
  });
});

describe("the browser's signal", () => {
  it("refuses what it covers where the visitor has not chosen", async () => {
    const { intents, sum, made } = setUp({ hasGpc: true });
    await intents._heedGpc();
    expect(sum()).toEqual(["gpc refused"]);
    expect(made.state.pending).toEqual(["performance"]);
    await intents._heedGpc();
    expect(sum()).toHaveLength(1);
  });

  it("refuses what the site says that it covers", async () => {
    const { intents, made } = setUp({ hasGpc: true, options: { gpc: ["performance"] } });
    await intents._heedGpc();
    expect(made.state.pending).toEqual(["marketing"]);
  });

  it("that is not sent refuses nothing", async () => {
    const { intents, sum } = setUp();
    await intents._heedGpc();
    expect(sum()).toEqual([]);
  });
});

describe("an answer that was given before there was code", () => {
  const given = (setting = setUp(), change: Partial<EarlyClick> = {}) => {
    const { engine, made } = setting;
    const click: EarlyClick = {
      kind: "accept-all",
      at: NOW / 1000 - 60,
      shown: shownHash("words", made.state, engine._config),
      language: "en",
      isTrusted: true,
      page: "/",
      ...change,
    };
    return { ...setting, click, seal: () => setting.intents._seal(click, "words", "notice") };
  };

  it("counts with its own time and what was shown", async () => {
    const { seal, changed, click } = given();
    expect(await seal()).toBe(true);
    expect(changed).toMatchObject([{ notice: "notice", click }]);
    expect(changed[0]!.state.decidedAt).toBe(NOW - 60_000);
    expect(changed[0]!.decision).toMatchObject({
      method: "accept-all",
      source: "banner",
      trusted: true,
    });
  });

  it("of a program is not called a person's", async () => {
    const { seal, changed } = given(setUp(), { kind: "reject-all", isTrusted: false });
    await seal();
    expect(changed[0]!.decision).toMatchObject({ method: "reject-all", trusted: false });
  });

  it.each<[what: string, change: Partial<EarlyClick>, counts: boolean]>([
    ["as old as a choice may be", { at: NOW / 1000 - 180 * DAY_S }, true],
    ["older", { at: NOW / 1000 - 180 * DAY_S - 1 }, false],
    ["a day ahead of the clock", { at: NOW / 1000 + DAY_S }, true],
    ["further ahead", { at: NOW / 1000 + DAY_S + 1 }, false],
    ["about something else", { shown: "other" }, false],
  ])("counts or not where it is %s", async (_what, change, counts) => {
    const { seal, changed, problems } = given(setUp(), change);
    expect(await seal()).toBe(counts);
    expect(changed).toHaveLength(counts ? 1 : 0);
    expect(problems).toEqual(counts ? [] : ["stale-choice"]);
  });

  it("is what is stored from then on, where it still lies there", async () => {
    const text = "v=1&click=accept-all&t=7&shown=k&lang=en&trusted=0&page=/";
    for (const [stored, found] of [
      [text, text],
      ["v=1&id=", ""],
    ] as const) {
      const { seal, keeps, engine } = given();
      keeps(stored);
      await seal();
      expect(engine._store.get()._stored._text).toBe(found);
    }
  });
});

describe("a category that something uses by now", () => {
  const start = (setting = setUp({ idle: ["marketing"] }), performance = true) => {
    const { made, engine } = setting;
    const { _store: store } = engine;
    // The stored choice was about the other one.
    made.choose({ performance });
    const { _state: state } = store.get();
    const refused = state.refused.filter((id) => id != "marketing");
    store.set({ ...store.get(), _state: { ...state, pending: [], refused } });
    return setting;
  };

  it("is asked for, in a later task, beside what waits already", async () => {
    const { intents, changed, engine } = start();
    intents._ask();
    await turn();
    expect(changed, "nothing uses it").toEqual([]);
    engine._config._idle!.clear();
    intents._ask();
    expect(changed).toEqual([]);
    await turn();
    expect(changed).toMatchObject([
      { state: { status: "undecided", pending: ["marketing"] }, decision: undefined },
    ]);
    expect(changed[0]!.state.categories["performance"]).toBe(true);
    expect(Object.isFrozen(changed[0]!.state) && Object.isFrozen(changed[0]!.state.pending)).toBe(
      true,
    );
    intents._ask();
    await turn();
    expect(changed).toHaveLength(1);
  });

  it("is refused at once where the browser's signal covers it, and no one is asked", async () => {
    const { intents, sum, engine, views, made } = start(
      setUp({ idle: ["marketing"], hasGpc: true }),
      false,
    );
    engine._config._idle!.clear();
    intents._ask();
    await turn();
    expect(sum()).toEqual(["gpc refused"]);
    expect([made.state.pending, views]).toEqual([[], []]);
  });

  it("is refused where the signal covers it and another is permitted", async () => {
    const { intents, sum, engine, views, made, problems } = start(
      setUp({ idle: ["marketing"], hasGpc: true }),
    );
    const { decidedAt } = made.state;
    engine._config._idle!.clear();
    intents._ask();
    await turn();
    expect([sum(), problems]).toEqual([["gpc changed"], []]);
    expect([made.state.pending, views]).toEqual([[], []]);
    expect([made.state.categories["performance"], made.state.decidedAt]).toEqual([true, decidedAt]);
  });

  it("is asked for where the signal leaves something open", async () => {
    const { intents, engine, views, made } = start(
      setUp({ idle: ["marketing"], hasGpc: true }),
      false,
    );
    const { _store: store } = engine;
    store.set({ ...store.get(), _state: { ...made.state, pending: ["performance"] } });
    engine._config._idle!.clear();
    intents._ask();
    await turn();
    expect([made.state.pending, views]).toEqual([["performance"], ["banner"]]);
  });
});
