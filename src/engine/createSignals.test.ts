import { describe, expect, it } from "vitest";
import { bareEngine, type BareEngine } from "../../test/util/bareEngine.ts";
import type { Signal, SignalContext } from "../core/config/parts.ts";
import { KEY } from "../head/headData.ts";
import { createSignals, fetchSignals, type FetchedSignals } from "./createSignals.ts";
import type { Change } from "./effect.ts";

const START: Change = { _after: undefined!, _asks: false };
const SERVICES = [
  { id: "stats", category: "performance", signals: ["google"], dataLayer: "pages" },
  { id: "ads", category: "marketing", signals: ["bing", "google"] },
  { id: "heat", category: "performance" },
];

/** One that takes notes. */
const noting = (id: string, heard: string[], more: object = {}): Signal => ({
  id,
  start: ({ permits }) => void heard.push(`${id} starts ${permits("stats")}`),
  update: ({ permits }) => void heard.push(`${id} hears ${permits("stats")}`),
  ...more,
});
const nothing = (id: string): Signal => noting(id, []);
const ids = ({ _offered }: FetchedSignals): string[] => _offered.map(({ id }) => id);

describe("the signals that a site wants", () => {
  const bare = (options: object, bundled: readonly Signal[] = []): BareEngine => {
    const made = bareEngine(options);
    Object.assign(made.engine._parts, { _signals: bundled });
    return made;
  };
  const fetched = ({ engine }: BareEngine) => fetchSignals(engine._config, engine);

  it("are there at once where none is wanted, or all came along", () => {
    const none = bare({ services: [SERVICES[2]] });
    expect(fetched(none)).toEqual({ _config: none.engine._config, _offered: [] });
    const all = bare({ services: SERVICES }, [nothing("google"), nothing("bing")]);
    const found = fetched(all) as FetchedSignals;
    expect([ids(found), found._config, all.asked]).toEqual([
      ["google", "bing"],
      all.engine._config,
      [],
    ]);
  });

  it("are those that the inline head started, where there is one", () => {
    const made = bare({ services: [SERVICES[0]] });
    const google = nothing("google");
    Object.assign(made.engine._env.window, { [KEY]: { signals: [google] } });
    expect((fetched(made) as FetchedSignals)._offered).toEqual([google]);
  });

  it("are fetched, each once and with its options, where they are not there", async () => {
    const made = bare({
      services: SERVICES,
      signals: { google: { wait: 5 }, clarity: {} },
    });
    const given: unknown[] = [];
    for (const id of ["google", "bing", "clarity"]) {
      made.files[`signals/${id}`] = (options: unknown) => {
        given.push([id, options]);
        return nothing(id);
      };
    }
    const found = await fetched(made);
    expect(made.asked).toEqual(["signals/google", "signals/clarity", "signals/bing"]);
    expect(given).toEqual([
      ["google", { wait: 5 }],
      ["clarity", {}],
      ["bing", undefined],
    ]);
    expect(ids(found).toSorted()).toEqual(["bing", "clarity", "google"]);
    expect(found._config).toEqual(made.engine._config);
    expect(made.problems).toEqual([]);
  });

  it("leave out the services that name one that cannot be had, and those alone", async () => {
    const made = bare({ services: SERVICES });
    made.files["signals/google"] = () => nothing("google");
    const { _config } = await fetched(made);
    expect(made.problems).toEqual(["signal-unavailable bing"]);
    expect(_config.services.map(({ id }) => id)).toEqual(["stats", "heat"]);
    expect(_config._usable).toBe(true);
  });

  it("shut all where the site itself names one that cannot be had", async () => {
    const made = bare({ services: SERVICES, signals: ["clarity"] });
    for (const id of ["google", "bing"]) made.files[`signals/${id}`] = () => nothing(id);
    const { _config } = await fetched(made);
    expect(_config._usable).toBe(false);
    expect(_config.services).toHaveLength(3);
    const unusable = bare({ controller: {}, services: SERVICES });
    expect((await fetched(unusable))._config._usable).toBe(false);
  });

  it("are never asked for by a name that is no id", async () => {
    const made = bare({ signals: ["../evil"] });
    made.files["signals/../evil"] = () => nothing("../evil");
    expect((await fetched(made))._config._usable).toBe(false);
    expect([made.asked, made.problems]).toEqual([[], ["signal-unavailable ../evil"]]);
  });

  it.each<[what: string, signals: unknown, isOdd: boolean]>([
    ["none", undefined, false],
    ["ready made, and an id", [nothing("google"), "google"], false],
    ["ready made, without a call", [{ id: "google" }], true],
    ["ready made, one without a call", [nothing("google"), { id: "bing" }], true],
    ["ids with options", { google: {} }, false],
    ["an id with no options", { google: true }, true],
  ])("are noted where they are no signals: %s", (_what, signals, isOdd) => {
    const made = bare({ signals }, [nothing("google")]);
    void fetched(made);
    expect(made.problems).toEqual(isOdd ? ["note"] : []);
  });
});

describe("signals", () => {
  const setUp = (offered: (heard: string[]) => Signal[], head?: object) => {
    const heard: string[] = [];
    const made = bareEngine({ services: SERVICES });
    const known = offered(heard);
    if (head) Object.assign(made.engine._env.window, { [KEY]: { signals: known, ...head } });
    const signals = createSignals(known, made.engine);
    return { ...made, made, heard, signals };
  };
  const both = (heard: string[]) => [noting("google", heard), noting("bing", heard)];

  it("start once, in the order in which they are wanted, and hear nothing before a choice", () => {
    const { heard, signals } = setUp((notes) => [...both(notes).toReversed(), noting("x", notes)]);
    void signals._updateSignals(START);
    void signals._updateSignals(START);
    expect(heard).toEqual(["google starts false", "bing starts false"]);
  });

  it("hear of a choice that was made before, or ran out", () => {
    for (const [field, value] of [
      ["decidedAt", 1],
      ["lapse", "expired"],
    ] as const) {
      const { heard, signals, made } = setUp(both);
      const held = made.engine._store.get();
      made.engine._store.set({ ...held, _state: { ...held._state, [field]: value } });
      void signals._updateSignals(START);
      expect(heard.slice(2), field).toEqual(["google hears false", "bing hears false"]);
    }
  });

  it("hear of a loss before anything else, and of it once", () => {
    const { heard, signals, made } = setUp(both);
    void signals._updateSignals(START);
    const grant = made.choose({ performance: true });
    void signals._denySignals(grant);
    expect(heard).toHaveLength(2);
    void signals._updateSignals(grant);
    expect(heard.slice(2)).toEqual(["google hears true", "bing hears true"]);
    const loss = made.choose({ performance: false, marketing: true });
    void signals._denySignals(loss);
    expect(heard.slice(4)).toEqual(["google hears false", "bing hears false"]);
    void signals._updateSignals(loss);
    void signals._denySignals(START);
    expect(heard).toHaveLength(6);
  });

  it("know the page's window and the data layers that services name", () => {
    let context: SignalContext | undefined;
    const { signals, engine } = setUp((heard) => [
      noting("google", heard, { start: (given: SignalContext) => void (context = given) }),
    ]);
    void signals._updateSignals(START);
    expect(context!.window).toBe(engine._env.window);
    expect(context!.dataLayers).toEqual(["pages"]);
  });

  it("are guarded each: one that throws is reported, and robs no other", () => {
    const broken = (): never => {
      throw new Error("theirs");
    };
    const { heard, signals, made } = setUp((notes) => [
      noting("google", notes, { start: broken, update: broken }),
      noting("bing", notes),
    ]);
    void signals._updateSignals(START);
    void signals._updateSignals(made.choose({ performance: true }));
    expect(heard).toEqual(["bing starts false", "bing hears true"]);
    const problem = "signal-failed google: Error: theirs";
    expect(made.problems).toEqual([problem, problem]);
  });

  it("that the inline head started go on, and hear nothing twice", () => {
    const told = setUp(both, { told: "" });
    void told.signals._updateSignals(START);
    void told.signals._updateSignals(told.made.choose({ performance: true }));
    expect(told.heard, "the text that they heard is still the stored one").toEqual([]);
    void told.signals._updateSignals(told.made.choose({ marketing: true }));
    expect(told.heard).toEqual(["google hears true", "bing hears true"]);

    const untold = setUp(both, { told: "v=1" });
    void untold.signals._updateSignals(untold.made.choose({ performance: true }));
    expect(untold.heard).toEqual(["google hears true", "bing hears true"]);
  });

  it("report what they found wrong with their options", () => {
    const { problems } = setUp((notes) => [
      noting("google", notes, { findings: [{ code: "wrong-type", at: "wait" }] }),
    ]);
    expect(problems).toEqual(["wrong-type signals.google.wait"]);
  });
});
