import { describe, expect, it } from "vitest";
import { bareEngine, NOW } from "../../test/util/bareEngine.ts";
import { OUTBOX } from "../core/config/names.ts";
import { parseKeep } from "../core/config/parseKeep.ts";
import type { ProofEnv, ProofLog } from "../proof/proofLog.ts";
import { createProofClient } from "./createProofClient.ts";
import type { Loadable } from "./engine.ts";

const SHOWN = { subject: "subject-1", notice: "{}", language: "en", framed: false };

/** `waits` is how many records wait for the collector. */
const setUp = ({ collector = "", isBundled = true, waits = 0, options = {}, page = {} } = {}) => {
  const kept = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const fetched: unknown[] = [];
  const made = bareEngine(
    { services: [{ id: "stats", category: "performance" }], ...options },
    {
      _env: {
        now: () => NOW,
        window: {
          navigator: { globalPrivacyControl: true, locks: "locks" },
          location: { origin: "https://acme.test", href: "https://acme.test/shop/?a#b" },
          localStorage,
          indexedDB: "databases",
          fetch: (...given: readonly unknown[]) => fetched.push(given),
          ...page,
        },
      },
    },
  );
  const calls: string[] = [];
  const entries: unknown[] = [];
  let env: ProofEnv | undefined;
  const say = <Value>(call: string, value: Value): Promise<Value> => {
    calls.push(call);
    return Promise.resolve(value);
  };
  const createLog = ((given: ProofEnv) => {
    env = given;
    calls.push("make");
    return {
      open: (notice) => say(`open ${notice}`, undefined),
      append(entry) {
        entries.push(entry);
        return say("append", "record" as never);
      },
      records: () => say("records", ["record"] as never),
      verify: () => say("verify", { ok: true } as never),
      export: () => say("export", "lines"),
      pending: () => say("pending", waits),
      close: () => void calls.push("close"),
    } satisfies ProofLog;
  }) as Loadable["proof"];
  const client = createProofClient(
    made.engine,
    parseKeep({ collector }, () => {}),
    isBundled ? createLog : undefined,
  );
  const append = (
    choices: Record<string, boolean>,
    onSealed: (record: unknown) => void = () => {},
  ) => client._append(made.choose(choices)._decision!, { ...SHOWN, path: "/shop/" }, onSealed);
  return { ...made, client, calls, entries, kept, fetched, append, createLog, env: () => env! };
};
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("the record of a decision", () => {
  it("says what was decided, where, and by which code", async () => {
    const { append, entries } = setUp();
    const sealed: unknown[] = [];
    await append({ performance: true }, (record) => sealed.push(record));
    expect(sealed).toEqual(["record"]);
    expect(entries).toEqual([
      {
        ...SHOWN,
        ...{ event: "given", method: "save", source: "api", trusted: false },
        at: NOW,
        expiresAt: NOW + 180 * 86_400_000,
        controller: "Acme BV",
        categories: { necessary: true, performance: true, marketing: false },
        services: { stats: true },
        revision: 1,
        page: "https://acme.test/shop/",
        gpc: true,
        library: { version: "0.0.0", build: "source" },
      },
    ]);
  });

  it("is of now where the browser's signal refuses beside an older consent, which ends when it would have ended", async () => {
    const { client, entries, choose } = setUp();
    const decision = choose({ performance: true })._decision!;
    const [decidedAt, expiresAt] = [NOW - 1e9, NOW + 1e9];
    const state = { ...decision.state, decidedAt, expiresAt };
    const shown = { ...SHOWN, path: "/" };
    await client._append({ ...decision, source: "gpc", state }, shown, () => {});
    await client._append({ ...decision, source: "banner", state }, shown, () => {});
    expect(entries).toMatchObject([
      { at: NOW, expiresAt },
      { at: decidedAt, expiresAt },
    ]);
  });

  it("leaves out a category that was not offered", async () => {
    const { engine, client, entries, choose } = setUp();
    const { _decision: decision } = choose({ performance: true });
    const state = { ...decision!.state, refused: [] };
    await client._append({ ...decision!, state }, { ...SHOWN, path: "/" }, () => {});
    expect(entries).toMatchObject([{ categories: { necessary: true, performance: true } }]);
    expect(Object.keys((entries[0] as { categories: object }).categories)).toHaveLength(2);
    expect(engine._config.categories).toContain("marketing");
  });

  it("is sealed by a log that is made once, and closed at the end", async () => {
    const { append, client, calls } = setUp();
    client._destroy();
    await append({ performance: true });
    await append({ performance: false });
    client._open("notice");
    await turn();
    client._destroy();
    await turn();
    expect(calls).toEqual(["make", "append", "append", "open notice", "close"]);
  });

  it("can be read, checked and taken away", async () => {
    const { client } = setUp();
    expect(await client.records()).toEqual(["record"]);
    expect(await client.verify()).toEqual({ ok: true });
    expect(await client.export()).toBe("lines");
  });

  it("needs a file that is fetched ahead, once, where it did not come along", async () => {
    const { client, asked, files, createLog, append, calls } = setUp({ isBundled: false });
    files["proof"] = createLog;
    client._prefetch();
    expect(asked).toEqual(["proof"]);
    await append({ performance: true });
    expect(calls).toEqual(["make", "append"]);
    const bundled = setUp();
    bundled.client._prefetch();
    expect([bundled.asked, bundled.calls]).toEqual([[], []]);
  });

  it("is missed and reported where that file does not come, and tried again", async () => {
    const { client, problems, files, createLog, append, calls } = setUp({ isBundled: false });
    client._prefetch();
    await turn();
    expect(problems, "no one has decided").toEqual([]);
    await append({ performance: true });
    expect(problems).toEqual(["proof-unavailable"]);
    await expect(client.records()).rejects.toThrow("offline");
    client._destroy();
    files["proof"] = createLog;
    await append({ performance: false });
    expect(calls).toEqual(["make", "append"]);
  });
});

describe("what waits for the collector", () => {
  it("is marked with each decision, also where another tab has emptied its own", async () => {
    const { append, kept, env } = setUp({ collector: "/v1/records" });
    const done = append({ performance: true });
    expect(kept.has(OUTBOX)).toBe(true);
    kept.clear();
    await done;
    await turn();
    expect([...kept]).toEqual([[OUTBOX, ""]]);
    env().onDelivery!({ pending: 0, quarantined: 0, error: null });
    expect(kept.size).toBe(0);
    env().onDelivery!({ pending: 1, quarantined: 0, error: null });
    expect(kept.size).toBe(1);
  });

  it("is nothing where there is no collector", async () => {
    const { append, client, kept, calls } = setUp();
    await append({ performance: true });
    await client._flush();
    await turn();
    expect([kept.size, calls]).toEqual([0, ["make", "append"]]);
  });

  it.each([
    [0, 0],
    [1, 1],
  ])("is sent by the next page: %i waits", async (waits, marks) => {
    const { append, client, kept, calls } = setUp({ collector: "/v1/records", waits });
    await append({ performance: true });
    await client._flush();
    expect(calls).toEqual(["make", "append", "pending"]);
    expect(kept.size).toBe(marks);
  });

  it("costs nothing but a mark where the device refuses it", async () => {
    const denied = (): never => {
      throw new Error("denied");
    };
    const page = { localStorage: { setItem: denied, removeItem: denied } };
    const { append, entries } = setUp({ collector: "/v1/records", page });
    await append({ performance: true });
    expect(entries).toHaveLength(1);
  });
});

describe("what the log is given", () => {
  it("is the page's own stores and clock, and the collector's whole address", async () => {
    const { client, env, engine, fetched } = setUp({ collector: "../v1/records" });
    await client.records();
    const { window } = engine._env;
    expect(env()).toMatchObject({
      indexedDB: "databases",
      locks: "locks",
      collector: "https://acme.test/v1/records",
    });
    expect(env().localStorage).toBe(window.localStorage);
    expect(env().window).toBe(window);
    expect(env().now()).toBe(NOW);
    expect(env().random(4)).toHaveLength(4);
    void env().fetch("/x", { method: "POST" });
    expect(fetched).toEqual([["/x", { method: "POST" }]]);
  });

  it("is no collector where there is none, or its address cannot be read", async () => {
    const none = setUp();
    await none.client.records();
    expect(none.env().collector).toBe("");
    const page = { location: { origin: "null", href: "about:srcdoc" } };
    const odd = setUp({ collector: "/v1/records", page });
    await odd.client.records();
    expect(odd.env().collector).toBe("");
  });
});
