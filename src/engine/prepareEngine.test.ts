import { describe, expect, it } from "vitest";
import { bareEngine } from "../../test/util/bareEngine.ts";
import type { GateConfig } from "../core/config/config.ts";
import { KEY } from "../head/headData.ts";
import type { Preparation } from "./engine.ts";
import { prepareEngine } from "./prepareEngine.ts";
import { undecided } from "./undecided.ts";

type Prepare = Preparation["_prepare"];
const load = (): void => {};
const stats = { id: "stats", category: "performance" };

/** What is prepared, by which file, and with which files of services. */
const prepared = async (options: object, page: { navigator?: object; document?: object } = {}) => {
  const made = bareEngine(options, {
    _env: { window: { navigator: page.navigator ?? {} }, document: page.document ?? {} },
  });
  const calls: string[] = [];
  made.files["prepare"] = {
    _prepare: ((_context, config, files, done) => {
      calls.push(`fetched ${files.length}`);
      done(config);
    }) satisfies Prepare,
  };
  const done = (config: GateConfig): void =>
    void calls.push(config == made.engine._config ? "done" : "done with another");
  prepareEngine(made.engine, made.engine._config, done);
  const atOnce = [...calls];
  await new Promise((resolve) => setTimeout(resolve));
  return { ...made, atOnce, calls };
};

describe("what an engine is made of", () => {
  it("is there at once where the options say it all, and no file is fetched", async () => {
    for (const services of [[], [stats]]) {
      const { atOnce, asked } = await prepared({ services });
      expect([atOnce, asked]).toEqual([["done"], []]);
    }
  });

  it.each<[what: string, options: object, page?: object]>([
    ["another tool is moved away from", { migrate: { klaro: {} } }],
    ["signals are wanted", { signals: [{ id: "ready" }] }],
    ["a service has signals", { services: [{ ...stats, signals: ["google"] }] }],
    ["a service has a loader", { services: [{ ...stats, load }] }],
    ["a service hears of grants", { services: [{ ...stats, grant: load }] }],
    ["a service hears of withdrawals", { services: [{ ...stats, revoke: load }] }],
    ["a service has stubs", { services: [stats, { ...stats, id: "b", stubs: [] }] }],
    ["the browser objects", {}, { navigator: { globalPrivacyControl: true } }],
    ["no one has opened the page yet", {}, { document: { prerendering: true } }],
  ])("is prepared by a file of its own where %s", async (_what, options, page) => {
    const { atOnce, calls, asked } = await prepared(options, page);
    expect(atOnce).toEqual([]);
    expect(asked).toEqual(["prepare"]);
    expect(calls).toEqual(["fetched 0", "done"]);
  });

  it("is fetched side by side for the services of the catalogue, and for the site's own", async () => {
    const { calls, asked } = await prepared({ services: { hotjar: {}, mine: stats } });
    expect(asked).toEqual(["services/hotjar", "own", "prepare"]);
    expect(calls).toEqual(["fetched 2", "done"]);
  });

  it("is fetched beside the signals that the site and its services name", async () => {
    const services = { "google-analytics": {}, "google-ads": {}, "microsoft-uet": {}, hotjar: {} };
    const signals = ["meta", "../evil", { id: "ready" }];
    const { calls, asked, problems } = await prepared({ services, signals });
    expect(asked.filter((file) => !file.startsWith("services/"))).toEqual([
      "signals/meta",
      "signals/google-consent-mode",
      "signals/google-consent-mode",
      "signals/microsoft-uet",
      "prepare",
    ]);
    expect(calls).toEqual(["fetched 4", "done"]);
    expect(problems).toEqual([]);
  });

  it("is fetched without signals where the inline head has started them", async () => {
    const navigator = { globalPrivacyControl: true };
    const made = bareEngine(
      { services: { "google-ads": {} }, signals: ["meta"] },
      { _env: { window: { navigator, [KEY]: {} }, document: {} } },
    );
    prepareEngine(made.engine, made.engine._config, () => {});
    expect(made.asked).toEqual(["services/google-ads", "prepare"]);
  });

  it("is never there where the file that prepares it does not come, and this is reported", async () => {
    const made = bareEngine(
      { signals: ["google"] },
      { _env: { window: { navigator: {} }, document: {} } },
    );
    let isDone = false;
    prepareEngine(made.engine, made.engine._config, () => (isDone = true));
    await new Promise((resolve) => setTimeout(resolve));
    expect([isDone, made.problems]).toEqual([false, ["ui-unavailable prepare"]]);
  });

  it("is prepared at once by what came along", () => {
    const made = bareEngine({ signals: ["google"] });
    const calls: string[] = [];
    const _prepare: Prepare = (context, _config, files) =>
      void calls.push(`${context == made.engine} ${files.length}`);
    Object.assign(made.engine._parts._bundled, { prepare: { _prepare } });
    prepareEngine(made.engine, made.engine._config, () => calls.push("done"));
    expect([calls, made.asked]).toEqual([["true 0"], []]);
  });
});

describe("what asks", () => {
  const refuses = {
    get cookie(): string {
      throw new DOMException("sandboxed", "SecurityError");
    },
  };

  it.each<[what: string, options: object, document: object, fetched: string[]]>([
    ["comes beside what is fetched", { services: { hotjar: {} } }, { cookie: "a=1" }, ["banner"]],
    [
      "does not where a choice is stored",
      { services: { hotjar: {} } },
      { cookie: "consentry=v" },
      [],
    ],
    ["does not where cookies cannot be read", { services: { hotjar: {} } }, refuses, []],
    ["waits for the start where nothing is fetched", { services: [stats] }, { cookie: "" }, []],
  ])("%s", (_what, options, document, fetched) => {
    const made = bareEngine(options, { _env: { window: { navigator: {} }, document } });
    const seen: string[] = [];
    Object.assign(made.engine._parts, { _prefetch: () => seen.push("banner") });
    prepareEngine(made.engine, made.engine._config, () => {});
    expect(seen).toEqual(fetched);
  });
});

describe("what is so before anything was read", () => {
  it("is that nothing is stored, decided, left over or loaded this time", () => {
    const { _config: config } = bareEngine({ services: [stats] }).engine;
    expect(undecided(config)).toMatchObject({
      _stored: { _is: "none" },
      _state: { status: "undecided", lapse: null },
      _leftover: [],
    });
    expect(undecided(config)._once).toBeUndefined();
  });
});
