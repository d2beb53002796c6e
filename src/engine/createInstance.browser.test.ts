import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createProofLog } from "../proof/createProofLog.ts";
import { frames } from "../../test/util/frames.ts";
import { safeDocument } from "../lib/safeDocument.ts";
import type { Consent } from "./consent.ts";
import { createDecisions } from "./createDecisions.ts";
import { createInstance } from "./createInstance.ts";
import { createUiHost } from "./createUiHost.ts";
import { diagnostics } from "./diagnostics.ts";
import type { Loadable, Parts } from "./engine.ts";
import { preparation } from "./prepare.ts";
import { createLate } from "../gate/createLate.ts";
import { wireEmbeds } from "./wireEmbeds.ts";

const safe = safeDocument(document);
const ACME = {
  controller: { name: "Acme BV" },
  categories: ["performance", "marketing"],
  services: [{ id: "stats", name: "Stats", category: "performance", storage: [] }],
};
const page = window as typeof window & { ran: string[] };
let consent: Consent;
let loaded: string[];
let shown: string[];
let stage: HTMLElement;

/** What the client is given: the real engine, a face that only takes notes, a log that stores nothing. */
function parts(fields: Partial<Parts> = {}): Parts {
  const files: { [Name in keyof Loadable]: () => Loadable[Name] } = {
    decisions: () => createDecisions,
    host: () => createUiHost,
    late: () => createLate,
    prepare: () => preparation,
    diagnostics: () => diagnostics,
    check: () => () => {},
    migrate: () => () => Promise.resolve({ _translate: () => () => {}, _find: () => undefined }),
    banner: () => () => ({
      show: (view) => void shown.push(view),
      hide: () => void shown.push("none"),
      update: () => {},
      notice: () => "{}",
      rehome: () => {},
      destroy: () => void shown.push("gone"),
    }),
    embeds: () => wireEmbeds,
    own: () => (options, id) => ({ ...options, id }),
    placeholders: () => () => ({
      placeholder(element) {
        const box = stage.insertBefore(document.createElement("aside"), element);
        return { host: box, undo: () => box.remove() };
      },
      fill: () => () => {},
      update: () => {},
      destroy: () => {},
    }),
    proof: () => (env) => createProofLog({ ...env, indexedDB: undefined, localStorage: undefined }),
  };
  const load = ((name: keyof Loadable, folder?: string) => {
    loaded.push(name);
    return folder ? Promise.reject(new Error("none")) : Promise.resolve(files[name]());
  }) as Parts["_load"];
  return {
    _nonce: "",
    _signals: [],
    _locales: [],
    _hasUi: true,
    _bundled: {
      decisions: createDecisions,
      host: createUiHost,
      embeds: wireEmbeds,
      prepare: preparation,
    },
    _load: load,
    ...fields,
  };
}
const make = (options: unknown = ACME, fields?: Partial<Parts>): Consent =>
  (consent = createInstance(options, parts(fields)));
const started = (options?: unknown): Consent => {
  make(options).start();
  return consent;
};
const problems = (of = consent): string[] => {
  const codes: string[] = [];
  of.on("problem", ({ code }) => codes.push(code))();
  // The log that stores nothing says so.
  return codes.filter((code) => code != "storage-refused");
};
/** The choice of one test is not another's. */
const forget = (): string => (safe.cookie = "consentry=; Max-Age=0; Path=/");
const cookie = (): boolean => safe.cookie.includes("consentry=");

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  forget();
  loaded = [];
  shown = [];
  page.ran = [];
  stage = document.createElement("div");
  const script = document.createElement("script");
  script.type = "text/plain";
  script.dataset["consent"] = "performance";
  script.textContent = 'ran.push("stats")';
  stage.append(script);
  document.body.append(stage);
});
afterEach(() => {
  consent.destroy();
  stage.remove();
  forget();
  vi.restoreAllMocks();
});

describe("making", () => {
  it("touches nothing: no file, no cookie, no listener, no world", async () => {
    const listen = vi.spyOn(EventTarget.prototype, "addEventListener");
    const world = vi.fn<() => never>();
    const before = document.documentElement.outerHTML;
    consent = createInstance(ACME, parts(), world);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(listen).not.toHaveBeenCalled();
    expect(world).not.toHaveBeenCalled();
    expect(loaded).toEqual([]);
    expect(cookie()).toBe(false);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(consent.state.status).toBe("undecided");
    expect(consent.permits("performance")).toBe(false);
  });

  it("gives a frozen instance, and one that decides nothing before it is started", async () => {
    void make().acceptAll();
    consent.show();
    await expect.poll(() => problems()).toEqual(["not-started", "not-started"]);
    expect(Object.isFrozen(consent)).toBe(true);
    expect(consent.state.status).toBe("undecided");
    expect(cookie()).toBe(false);
  });
});

describe("starting", () => {
  it("asks, and stores nothing by itself", async () => {
    started();
    await expect.poll(() => shown).toEqual(["banner"]);
    expect(cookie()).toBe(false);
    expect(page.ran).toEqual([]);
  });

  it("counts once, and says so", async () => {
    started().start();
    await expect.poll(() => problems()).toEqual(["already-started"]);
    await expect.poll(() => shown).toEqual(["banner"]);
  });

  it.each([null, 42, "text", {}, { controller: {} }])(
    "with %j keeps everything shut, and acceptAll decides nothing",
    async (options) => {
      started(options);
      void consent.acceptAll();
      void consent.save({ performance: true });
      await expect.poll(() => problems()).toContain("not-started");
      await expect
        .poll(() => problems().some((code) => /config-not-object|controller-missing/.test(code)))
        .toBe(true);
      expect(consent.permits("performance")).toBe(false);
      expect(consent.state.status).toBe("undecided");
      expect(page.ran).toEqual([]);
      expect(shown).toEqual([]);
      expect(cookie()).toBe(false);
    },
  );

  it("keeps everything shut where what decides cannot be fetched, and tells", async () => {
    make(ACME, {
      _bundled: { prepare: preparation },
      _load: ((name: string) =>
        name == "diagnostics"
          ? Promise.resolve(diagnostics)
          : Promise.reject(new Error("offline"))) as Parts["_load"],
    }).start();
    void consent.acceptAll();
    await expect.poll(() => problems()).toContain("ui-unavailable");
    expect(consent.permits("performance")).toBe(false);
    expect(page.ran).toEqual([]);
  });
});

describe("deciding", () => {
  it("stores, releases and tells, and the next instance finds the choice", async () => {
    void started().acceptAll();
    expect(cookie()).toBe(true);
    await expect.poll(() => page.ran).toEqual(["stats"]);
    expect(consent.permits("performance marketing stats")).toBe(true);
    consent.destroy();
    started();
    expect(consent.permits("performance marketing stats")).toBe(true);
    expect(consent.state).toMatchObject({ status: "decided", source: null });
  });

  it("keeps a refusal as well as a consent", async () => {
    void started().rejectAll();
    await expect.poll(() => consent.state.status).toBe("decided");
    consent.destroy();
    shown = [];
    started();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shown).toEqual([]);
    expect(consent.permits("!performance")).toBe(true);
  });

  it("by withdraw ends one id, and by withdraw() everything", async () => {
    void started({ ...ACME, reload: "never" }).acceptAll();
    void consent.withdraw("marketing");
    expect(consent.permits("performance")).toBe(true);
    expect(consent.permits("marketing")).toBe(false);
    void consent.withdraw();
    expect(consent.permits("performance")).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(page.ran).toEqual([]);
  });
});

describe("listeners", () => {
  it("that come late get the state, the last decision and the problems, once", async () => {
    void started().acceptAll();
    consent.start();
    const early: string[] = [];
    consent.on("decision", ({ event }) => early.push(event));
    await expect.poll(() => early).toEqual(["given"]);
    await expect.poll(() => problems()).toEqual(["already-started"]);
    const seen: string[] = [];
    consent.on("change", ({ status }) => seen.push(status));
    consent.on("decision", ({ event }) => seen.push(event));
    expect(seen).toEqual(["decided", "given"]);
    expect(problems()).toEqual(["already-started"]);
  });

  it("get nothing more after they leave", async () => {
    started();
    const [gone, here] = [vi.fn<() => void>(), vi.fn<() => void>()];
    consent.on("decision", gone)();
    consent.on("decision", here);
    void consent.rejectAll();
    await expect.poll(() => here.mock.calls.length).toBe(1);
    expect(gone).not.toHaveBeenCalled();
  });

  it("that throw do not rob the others", async () => {
    started();
    const after = vi.fn<() => void>();
    consent.on("decision", () => {
      throw new Error("mine");
    });
    consent.on("decision", after);
    void consent.acceptAll();
    await expect.poll(() => after.mock.calls.length).toBe(1);
    await expect.poll(() => problems()).toContain("listener-failed");
    await expect.poll(() => page.ran).toEqual(["stats"]);
  });

  it("of when() wait for the permission, or go on at once where it is there", async () => {
    const order: string[] = [];
    started();
    void consent.when("performance stats").then(() => order.push("stats"));
    void consent.when("marketing").then(() => order.push("marketing"));
    await consent.when("necessary");
    expect(order).toEqual([]);
    void consent.save({ performance: true });
    await expect.poll(() => order).toEqual(["stats"]);
    await consent.when("performance");
    void consent.acceptAll();
    await expect.poll(() => order).toEqual(["stats", "marketing"]);
  });

  it("of when() give up by a signal, and not where the permission came before", async () => {
    started();
    const [early, late, other] = [1, 2, 3].map(() => new AbortController());
    const gone = consent.when("marketing", { signal: early!.signal });
    const given = consent.when("performance", late);
    const waiting = consent.when("marketing", other);
    early!.abort("enough");
    await expect(gone).rejects.toBe("enough");
    await expect(consent.when("marketing", { signal: early!.signal })).rejects.toBe("enough");
    void consent.save({ performance: true });
    await given;
    late!.abort();
    await expect(given).resolves.toBeUndefined();
    void consent.acceptAll();
    await expect(waiting).resolves.toBeUndefined();
  });
});

describe("destroy", () => {
  it("leaves the page as it was, and ends every effect", async () => {
    const frame = document.createElement("iframe");
    frame.dataset["consent"] = "marketing";
    frame.dataset["src"] = "about:blank";
    stage.append(frame);
    const before = stage.innerHTML;
    const add = window.addEventListener;
    started();
    await expect.poll(() => stage.querySelector("aside")).not.toBeNull();
    consent.destroy();
    expect(stage.innerHTML).toBe(before);
    expect(window.addEventListener).toBe(add);
    expect(Object.hasOwn(window, "addEventListener")).toBe(false);
    expect(shown.at(-1)).toBe("gone");
    void consent.acceptAll();
    stage.append(stage.querySelector("script")!);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(page.ran).toEqual([]);
    expect(consent.permits("performance")).toBe(false);
    expect(cookie()).toBe(false);
  });

  it("takes back a release that has not happened yet", async () => {
    void started().acceptAll();
    consent.destroy();
    await frames(30);
    expect(page.ran).toEqual([]);
  });

  it("can be followed by another start", async () => {
    started();
    consent.destroy();
    consent.start();
    void consent.acceptAll();
    await expect.poll(() => page.ran).toEqual(["stats"]);
  });
});
