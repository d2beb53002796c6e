import { describe, expect, it } from "vitest";
import { bareEngine } from "../../test/util/bareEngine.ts";
import { CLEAN_UP } from "../core/config/names.ts";
import { createCleanUp } from "./createCleanUp.ts";
import { createServiceRunner } from "./createServiceRunner.ts";

const storage = [{ name: "_s", medium: "cookie" }];
const SERVICES = [
  { id: "stats", category: "performance", storage },
  { id: "ads", category: "marketing", storage: [] },
];
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const setUp = (services: object[] = SERVICES, before = "", hasFile = true) => {
  const kept = new Map<string, string>(before ? [[CLEAN_UP, before]] : []);
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const made = bareEngine({ services }, { _env: { window: { sessionStorage } } });
  const calls: unknown[] = [];
  let erased!: () => void;
  const done = new Promise<void>((resolve) => (erased = resolve));
  const eraser = {
    _erase(step: { lost: readonly string[] }, bygone: readonly string[]) {
      calls.push(["erase", step.lost, bygone]);
      return done;
    },
    _finish: () => void calls.push(["finish"]),
  };
  if (hasFile) made.files["diagnostics"] = { _createEraser: () => eraser };
  return { ...made, cleanUp: createCleanUp(made.engine), kept, calls, erased };
};

describe("what follows once consent is gone", () => {
  it("is noted at once, so that a page that leaves takes it along, and erased", async () => {
    const { cleanUp, choose, kept, calls } = setUp();
    choose({ performance: true });
    expect(cleanUp._erase(choose({ performance: false })._step)).toBeUndefined();
    expect(kept.get(CLEAN_UP)!.trim()).toBe("performance stats");
    await turn();
    expect(calls).toEqual([["erase", ["performance", "stats"], []]]);
  });

  it("comes on top of what was not finished", () => {
    const { cleanUp, choose, kept } = setUp(SERVICES, "heat");
    choose({ performance: true });
    void cleanUp._erase(choose({ performance: false })._step);
    expect(kept.get(CLEAN_UP)).toBe("heat performance stats");
  });

  it("is nothing where nothing was lost, and nothing refused keeps anything", async () => {
    const { cleanUp, choose, calls, asked, kept } = setUp();
    expect(cleanUp._erase(choose({ performance: true })._step)).toBeUndefined();
    await turn();
    expect([asked, calls, kept.size]).toEqual([[], [], 0]);
  });

  it("is also a first refusal, of what may lie there from before", async () => {
    const { cleanUp, choose, calls, kept } = setUp();
    void cleanUp._erase(choose({ performance: false })._step);
    await turn();
    expect([calls, kept.size]).toEqual([[["erase", [], []]], 0]);
  });

  it("is also what services left that their vendors have ended", async () => {
    const { cleanUp, choose, calls, kept } = setUp([{ ...SERVICES[1], ended: true }]);
    void cleanUp._erase(choose({ marketing: true })._step);
    await turn();
    expect(kept.get(CLEAN_UP)!.trim()).toBe("ads");
    expect(calls).toEqual([["erase", [], ["ads"]]]);
  });

  it("is waited for before the page is loaded again", async () => {
    const { cleanUp, choose, erased } = setUp();
    choose({ performance: true });
    const step = { ...choose({ performance: false })._step, _mustReload: true };
    let isDone = false;
    const wait = cleanUp._erase(step)!.then((value) => {
      isDone = true;
      return value;
    });
    await turn();
    expect(isDone).toBe(false);
    erased();
    expect(await wait).toBeUndefined();
  });

  it("is reported where what erases does not come, or session storage is denied", async () => {
    const { cleanUp, choose, problems } = setUp(SERVICES, "", false);
    choose({ performance: true });
    void cleanUp._erase(choose({ performance: false })._step);
    await turn();
    expect(problems).toEqual(["internal clean-up"]);
    const denied = setUp();
    Object.assign(denied.engine._env, { window: {} });
    denied.choose({ performance: true });
    void denied.cleanUp._erase(denied.choose({ performance: false })._step);
    await turn();
    expect(denied.calls).toHaveLength(1);
  });

  it("is finished by another page", async () => {
    const { cleanUp, calls } = setUp();
    expect(cleanUp._finish()).toBeUndefined();
    await turn();
    expect(calls).toEqual([["finish"]]);
  });
});

describe("services with code of their own", () => {
  const runner = (fields: object = {}) => {
    const calls: string[] = [];
    const note = (call: string) => () => void calls.push(call);
    const made = bareEngine({
      services: [
        {
          ...SERVICES[0],
          load: note("load"),
          grant: note("grant"),
          revoke: note("revoke"),
          ...fields,
        },
        SERVICES[1],
      ],
    });
    return { ...made, calls, services: createServiceRunner(made.engine) };
  };

  it("load once they are permitted, and hear of each loss and each later grant", () => {
    const { services, calls, choose, engine } = runner();
    const [stats] = engine._config.services;
    services._start();
    expect([calls, services._started.size]).toEqual([[], 0]);
    choose({ performance: true });
    services._start();
    services._start();
    expect(calls).toEqual(["load"]);
    expect(services._started.get("stats")).toBe(true);
    services._revoke(stats!);
    expect(services._started.get("stats")).toBe(false);
    services._start();
    services._start();
    expect(calls).toEqual(["load", "revoke", "grant"]);
  });

  it("that ran by a mark alone are told of a loss, and count as not started", () => {
    const { services, calls, engine } = runner();
    services._revoke(engine._config.services[0]!);
    expect([calls, services._started.has("stats")]).toEqual([["revoke"], false]);
  });

  it("are guarded each, and have the page's window", async () => {
    let given: unknown;
    const { services, problems, choose, engine } = runner({
      load({ window }: { window: unknown }) {
        given = window;
        throw new Error("theirs");
      },
    });
    choose({ performance: true, marketing: true });
    services._start();
    await turn();
    expect(given).toBe(engine._env.window);
    expect(problems).toEqual(["service-failed stats: Error: theirs"]);
    expect([...services._started.keys()]).toEqual(["stats", "ads"]);
    expect(services._loads({} as Element)).toBe(false);
  });
});
