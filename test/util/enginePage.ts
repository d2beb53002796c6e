import { afterEach, beforeEach, vi } from "vitest";
import type { PageHandle, UiHandle, UiHost } from "../../src/core/config/parts.ts";
import type { Problem } from "../../src/core/problems/problem.ts";
import type { Consent } from "../../src/engine/consent.ts";
import { createDecisions } from "../../src/engine/createDecisions.ts";
import { createInstance } from "../../src/engine/createInstance.ts";
import { createUiHost } from "../../src/engine/createUiHost.ts";
import { diagnostics } from "../../src/engine/diagnostics.ts";
import type { Engine, Loadable, Parts } from "../../src/engine/engine.ts";
import { browserEnv, type Env } from "../../src/engine/env.ts";
import { preparation } from "../../src/engine/prepare.ts";
import { wireEmbeds } from "../../src/engine/wireEmbeds.ts";
import { createLate } from "../../src/gate/createLate.ts";
import { safeDocument } from "../../src/lib/safeDocument.ts";
import { createProofLog } from "../../src/proof/createProofLog.ts";

const safe = safeDocument(document);
const page = window as typeof window & { ran: string[] };

/** The real engine on the test's own page, with an interface that only takes notes. */
export interface EnginePage {
  readonly consent: Consent;
  /** The engine of the last instance that decides, or shows. */
  readonly engine: Engine;
  /** Where a test puts its markup. */
  readonly stage: HTMLElement;
  /** Names of the files that were asked for. */
  readonly loaded: string[];
  /** Files in the place of the usual ones; one that is an error does not come. */
  readonly files: Record<string, unknown>;
  /** What the interface was told. */
  readonly said: string[];
  /** What the interface was given, each time that it was mounted. */
  readonly hosts: UiHost[];
  /** What marked scripts said that ran. */
  readonly ran: string[];
  /** `code at` of each problem. */
  readonly problems: string[];
  /** How often the page was to be loaded again. */
  readonly reloads: number;
  /** Makes and starts an instance. */
  start(options?: object, parts?: Partial<Parts>, env?: Partial<Env>): Consent;
  /** The stored text, or nothing. */
  cookie(): string | undefined;
  store(text: string): void;
  /** Puts markup on the stage, and gives its last element. */
  put(markup: string): HTMLElement;
}

/** The page's window, but for some of its properties. */
export function windowWith(change: object): Env["window"] {
  const own = new Map(Object.entries(change));
  return new Proxy({} as Env["window"], {
    get(_, key) {
      if (own.has(String(key))) return own.get(String(key)) as unknown;
      const value: unknown = Reflect.get(window, key);
      return typeof value == "function" && !value.prototype
        ? (value.bind(window) as unknown)
        : value;
    },
    set: (_, key, value) => Reflect.set(window, key, value),
    has: (_, key) => Reflect.has(window, key),
    deleteProperty: (_, key) => Reflect.deleteProperty(window, key),
    getOwnPropertyDescriptor(_, key) {
      const found = Reflect.getOwnPropertyDescriptor(window, key);
      return found && { ...found, configurable: true };
    },
    defineProperty: (_, key, value) => Reflect.defineProperty(window, key, value),
  });
}

/** The page's address, but for some of its properties. */
export function locationWith(change: object): Location {
  const { href, hash, hostname, origin, pathname, protocol } = window.location;
  const of = { href, hash, hostname, origin, pathname, protocol };
  return { ...of, ...change } as unknown as Location;
}

export const ACME: { controller: object; services: object[] } = {
  controller: { name: "Acme BV" },
  services: [
    { id: "stats", name: "Stats", category: "performance", storage: [] },
    { id: "ads", name: "Ads", category: "marketing", storage: [] },
  ],
};

/** Registers the making and the end of it. */
export function useEnginePage(): EnginePage {
  const its = {
    start(options = ACME, parts = {}, env = {}) {
      const all = { window: windowWith({ location: its.location }), ...env };
      its.consent = createInstance(options, { ...partsOf(its), ...parts }, () => ({
        ...browserEnv(),
        ...all,
      }));
      its.consent.on("problem", ({ code, at }: Problem) =>
        its.problems.push(`${code} ${at}`.trim()),
      );
      its.consent.start();
      return its.consent;
    },
    cookie: () => /(?:^|; )consentry=([^;]*)/.exec(safe.cookie)?.[1],
    store: (text) => void (safe.cookie = `consentry=${text}; Path=/`),
    put(markup) {
      its.stage.insertAdjacentHTML("beforeend", markup);
      return its.stage.lastElementChild as HTMLElement;
    },
    get ran() {
      return page.ran;
    },
  } as { -readonly [Key in keyof EnginePage]: EnginePage[Key] } & { location: Location };

  const forget = (): void => {
    safe.cookie = "consentry=; Max-Age=0; Path=/";
    localStorage.clear();
    sessionStorage.clear();
  };
  beforeEach(() => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    forget();
    page.ran = [];
    Object.assign(its, { loaded: [], files: {}, said: [], hosts: [], problems: [], reloads: 0 });
    its.location = locationWith({ reload: () => void its.reloads++ });
    its.stage = document.createElement("div");
    document.body.append(its.stage);
  });
  afterEach(async () => {
    its.consent?.destroy();
    // What was to be told to other tabs is told.
    await new Promise((resolve) => setTimeout(resolve));
    its.stage.remove();
    forget();
    vi.restoreAllMocks();
  });
  return its;
}

function partsOf(its: { -readonly [Key in keyof EnginePage]: EnginePage[Key] }): Parts {
  const noting =
    <Made>(create: (engine: Engine) => Made) =>
    (engine: Engine): Made =>
      create((its.engine = engine));
  const usual: { [Name in keyof Loadable]?: Loadable[Name] } = {
    diagnostics,
    late: createLate,
    check: () => {},
    own: (options, id) => ({ ...options, id }),
    banner: (host) => bannerOf(host, its),
    placeholders: (host) => placeholdersOf(host, its),
    proof: (env) => createProofLog({ ...env, indexedDB: undefined, localStorage: undefined }),
  };
  const load = (name: string, folder = ""): Promise<unknown> => {
    its.loaded.push(folder + name);
    const file = its.files[folder + name] ?? (folder ? undefined : usual[name as keyof Loadable]);
    if (!file || file instanceof Error) return Promise.reject(new Error("offline"));
    return Promise.resolve(file);
  };
  return {
    _nonce: "",
    _signals: [],
    _locales: ["en", "nl", "de"],
    _hasUi: true,
    _bundled: {
      decisions: noting(createDecisions),
      host: noting(createUiHost),
      embeds: wireEmbeds,
      prepare: preparation,
    },
    _load: load as Parts["_load"],
  };
}

function bannerOf(host: UiHost, { hosts, said }: EnginePage): UiHandle {
  hosts.push(host);
  const say = (text: string): void => void said.push(text.trim());
  return {
    show: (view, part = "") => say(`show ${view} ${part}`),
    hide: () => say("hide"),
    update: () => say("update"),
    notice: () => `{"shown":"${host.language}"}`,
    words: () => "words",
    confirm: () => say("confirm"),
    rehome: () => say("rehome"),
    destroy: () => say("destroy"),
  };
}

function placeholdersOf(host: UiHost, { hosts, said }: EnginePage): PageHandle {
  hosts.push(host);
  return {
    placeholder(element, ids, loadOnce) {
      const box = document.createElement("aside");
      box.dataset["for"] = ids;
      box.addEventListener("click", loadOnce);
      element.before(box);
      return { host: box, undo: () => box.remove() };
    },
    fill(element) {
      said.push(`fill ${element.localName}`);
      return () => {};
    },
    update: () => void said.push("update page"),
    speak: (other) => void said.push(`speak ${other.language}`),
    destroy: () => void said.push("destroy page"),
  };
}
