import { describe, expect, it } from "vitest";
import { bareEngine } from "../../test/util/bareEngine.ts";
import type { Intent } from "../core/choice/state.ts";
import type { UiHost } from "../core/config/parts.ts";
import { parseFace } from "../core/config/parseFace.ts";
import { makeUiHost } from "./makeUiHost.ts";

const NL = { "banner.title": "Koekjes?", "banner.more": "Meer" };
const LOCALES = ["nl", "de"];

interface Setting {
  options: object;
  wanted: string;
  hasGpc: boolean;
  /** False where what decides cannot be fetched. */
  decides: boolean;
}

const setUp = async ({
  options = {},
  wanted = "nl-BE",
  hasGpc = false,
  decides = true,
}: Partial<Setting> = {}) => {
  const calls: unknown[] = [];
  const proof = {
    _open: (notice: string) => calls.push(`open ${notice}`),
    records: () => Promise.resolve(["record"]),
    verify: () => Promise.resolve({ ok: true }),
    export: () => Promise.resolve("lines"),
  };
  const decisions = {
    _proof: proof,
    _decide: (...given: readonly unknown[]) => Promise.resolve(void calls.push(given)),
  };
  const made = bareEngine(options, {
    _env: {
      window: { navigator: { globalPrivacyControl: hasGpc } },
      document: "document",
      _natives: {
        _apply: Reflect.apply,
        _isTrusted(this: Event) {
          return this.type == "click";
        },
        _isActive: () => true,
        _activation: {},
      },
    },
    _decisions: {
      _use: async (act: (it: object) => unknown) =>
        decides ? await act(decisions) : Promise.resolve(undefined),
    },
  });
  Object.assign(made.engine._parts, { _locales: LOCALES });
  const { engine, files } = made;
  files["locales/nl"] = NL;
  const element = {} as HTMLElement;
  const host: UiHost = await makeUiHost(engine, {
    _config: parseFace(engine._options, engine._config, () => {}),
    _wanted: wanted,
    _stands: () => element,
    _open: (part, view) => calls.push(`show ${part} ${view}`),
    _notice: () => "notice",
    _askAgain: () => calls.push("ask again"),
  });
  return { ...made, host, calls, element };
};
const intent: Intent = { kind: "accept-all", source: "banner", trusted: false };

describe("the words that an interface is given", () => {
  const texts = { "*": { "banner.more": "*", a: "*" }, nl: { a: "nl" }, de: { a: "de" } };

  it("are those of the page's language, with the site's own over them", async () => {
    const { host, asked } = await setUp({ options: { texts } });
    expect([host.language, asked]).toEqual(["nl", ["locales/nl"]]);
    expect({ ...host.messages }).toEqual({ ...NL, "banner.more": "*", a: "nl" });
  });

  it("are English, which is not fetched, where there is no such language", async () => {
    for (const wanted of ["en-GB", "fr", ""]) {
      const { host, asked } = await setUp({ wanted, options: { texts } });
      expect([host.language, asked], wanted).toEqual(["en", []]);
      expect({ ...host.messages }).toEqual(texts["*"]);
    }
  });

  it("are English where the language does not come, and this is reported", async () => {
    const { host, problems } = await setUp({ wanted: "de", options: { texts } });
    expect([host.language, problems]).toEqual(["en", ["language-unavailable de"]]);
    expect({ ...host.messages }).toEqual(texts["*"]);
  });
});

describe("what an interface may see", () => {
  it("is the state of now, and what was left behind", async () => {
    const { host, choose, engine, element } = await setUp();
    const { _after } = choose({ performance: true });
    const { _store: store } = engine;
    expect(host.state).toBe(_after);
    store.set({ ...store.get(), _leftover: ["_ga"] });
    expect(host.leftover).toEqual(["_ga"]);
    expect(host.stands).toBe(element);
    expect(host.document).toBe("document");
    expect(host.config).toMatchObject({ layout: "box", name: "Acme BV" });
  });

  it.each([
    ["none", false],
    ["next", true],
    ["reload", true],
    [undefined, false],
  ])("is whether pages come with a policy made from consent: %s", async (policy, isPoliced) => {
    expect((await setUp({ options: { policy } })).host.isPoliced).toBe(isPoliced);
  });

  it("is the browser's signal, as long as it refuses something here", async () => {
    const { host, choose } = await setUp({ hasGpc: true });
    expect(host.gpc).toBe(true);
    choose({ marketing: true });
    expect(host.gpc).toBe(false);
    expect((await setUp()).host.gpc).toBe(false);
    const options = { gpc: ["functional", "marketing"] };
    expect((await setUp({ hasGpc: true, options })).host.gpc).toBe(true);
    const none = { gpc: ["functional"] };
    expect((await setUp({ hasGpc: true, options: none })).host.gpc, "no category").toBe(false);
  });

  it("are the visitor's own records", async () => {
    const { host } = await setUp();
    expect(await host.records()).toEqual(["record"]);
    expect(await host.verify()).toEqual({ ok: true });
    expect(await host.exportRecords()).toBe("lines");
    const none = await setUp({ decides: false });
    expect(await none.host.records()).toEqual([]);
    expect(await none.host.verify()).toBeUndefined();
    expect(await none.host.exportRecords()).toBe("");
  });
});

describe("what an interface asks for", () => {
  it("is decided, and trusted where a person did it", async () => {
    for (const [type, trusted] of [
      ["click", true],
      ["program", false],
    ] as const) {
      const { host, calls } = await setUp();
      await host.decide(intent, host.state, new Event(type), "shown");
      expect(calls).toEqual([[{ ...intent, trusted }, host.state, "shown"]]);
    }
  });

  it("is asked again where what decides cannot be fetched", async () => {
    const { host, calls } = await setUp({ decides: false });
    await host.decide(intent, host.state, new Event("click"));
    expect(calls).toEqual(["ask again"]);
  });

  it("is opened and reported, and the log with what is shown", async () => {
    const { host, calls, problems } = await setUp();
    host.open("stats");
    host.open("", "banner");
    host.reach();
    host.report("text-missing", "nl");
    expect(calls).toEqual(["show stats undefined", "show  banner", "open notice"]);
    expect(problems).toEqual(["text-missing nl"]);
  });
});
