// A queue with scripts that come when the test says so.
import { afterEach, beforeEach, vi } from "vitest";
import type { Item } from "../../src/gate/item.ts";
import type { Late } from "../../src/gate/createLate.ts";
import { createScriptQueue, type ScriptQueue } from "../../src/gate/scriptQueue.ts";
import { stopScripts, unstick } from "../../src/gate/stopScripts.ts";
import { held } from "./gatePage.ts";

/** Milliseconds. */
export const PATIENCE = 10_000;

/** What a queue is made with. */
export interface Change {
  make?: (item: Item) => HTMLScriptElement;
  hasRun?: (id: string) => boolean;
  permitted?: (item: Item) => boolean;
  /** Null: it has not come yet. */
  late?: Late | null;
}

/** What one test sees of its queue. */
export interface QueueByHand {
  queue: ScriptQueue;
  stage: HTMLElement;
  items: Map<string, Item>;
  /** Names in the order of: made and put into the page; ran or failed. */
  made: string[];
  done: string[];
  reports: string[];
  /** How often what late scripts need was asked for. */
  lateCalls: number;
  report: (code: string, at: string) => void;
  readyState: DocumentReadyState;
  /** What `performance.now` says, so that a slow machine ends no pass. */
  clock: number;
  /** The script that stands in the page for the held one. */
  fresh(name: string): HTMLScriptElement;
  /** It has come and run, or failed. */
  load(name: string): void;
  fail(name: string): void;
  /** Puts a held inline script into the page and into the queue. */
  add(name: string, attributes?: Record<string, string>): Item;
  /** The same with an address. */
  external(name: string, attributes?: Record<string, string>): Item;
  /** Ends the turn of those refused. */
  cancel(refused: (item: Item) => boolean): void;
  /** Makes the queue anew with something else in its surroundings. */
  make(change?: Change): void;
}

const NO_LATE: Late = { _begin: () => () => {}, _hasCome: () => true };
const nameOf = ({ _element: element }: Item): string => element.getAttribute("data-name")!;

/** Registers the making and the end of a queue for each test. */
export function useQueue(): QueueByHand {
  const its = {
    fresh: (name) => its.items.get(name)!._fresh!,
    load: (name) => void its.fresh(name).dispatchEvent(new Event("load")),
    fail: (name) => void its.fresh(name).dispatchEvent(new Event("error")),
    add(name, attributes = {}) {
      const element = held({ "data-name": name, ...attributes });
      its.stage.append(element);
      const item: Item = {
        _element: element,
        _is: "held",
        _shut: false,
        _fresh: undefined,
      };
      its.items.set(name, item);
      its.queue._add(item);
      return item;
    },
    external: (name, attributes = {}) =>
      its.add(name, { "data-src": `/${name}.js`, ...attributes }),
    report: (code, at) => void its.reports.push(`${code} ${at}`),
    cancel(refused) {
      stopScripts({ _queue: its.queue, _items: () => [...its.items.values()] }, refused);
    },
    make({ make, hasRun, permitted, late } = {}) {
      its.queue = createScriptQueue(
        {
          document: Object.create(document, {
            readyState: { get: () => its.readyState },
            implementation: { value: document.implementation },
          }) as Document,
          _patience: PATIENCE,
          _report: its.report,
          _end: new AbortController(),
          _onLate: () => void its.lateCalls++,
          _onHang: (item) => unstick(its.queue, item, its.report),
        },
        {
          _make(item) {
            const element = make?.(item) ?? document.createElement("script");
            // Without an address and a text it never runs: it only says where its file would be.
            const src = item._element.getAttribute("data-src") ?? "";
            Object.defineProperty(element, "src", { value: src });
            element.type = item._element.getAttribute("data-type") ?? element.type;
            element.noModule = item._element.hasAttribute("nomodule");
            its.made.push(nameOf(item));
            return element;
          },
          _hasRun: hasRun ?? (() => false),
          _permitted: permitted ?? (() => true),
          _done: (item) => its.done.push(nameOf(item)),
        },
      );
      if (late !== null) its.queue._useLate(late ?? NO_LATE);
    },
  } as QueueByHand;

  beforeEach(() => {
    its.stage = document.createElement("div");
    document.body.append(its.stage);
    its.items = new Map();
    its.made = [];
    its.done = [];
    its.reports = [];
    its.lateCalls = 0;
    its.readyState = "complete";
    its.clock = 0;
    vi.spyOn(performance, "now").mockImplementation(() => its.clock);
    its.make();
  });
  afterEach(() => {
    its.cancel(() => true);
    its.stage.remove();
    vi.restoreAllMocks();
  });
  return its;
}
