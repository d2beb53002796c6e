import { afterEach, beforeEach, expect } from "vitest";
import { createGate, type Gate, type GateEnv } from "../../src/gate/createGate.ts";
import { createLate } from "../../src/gate/createLate.ts";
import { createLoadScript, type LoadScript } from "../../src/gate/loadScript.ts";
import { createEmbeds, type Embeds } from "../../src/gate/createEmbeds.ts";
import {
  releaseScripts,
  stopScripts,
  unstick,
  withholdScripts,
} from "../../src/gate/stopScripts.ts";
import { safeDocument } from "../../src/lib/safeDocument.ts";

const page = window as typeof window & { ran: string[] };

/** A gate, with its embeds, on the test's own page, made anew for each test. */
export interface GatePage {
  gate: Gate;
  embeds: Embeds | undefined;
  /** Where a test puts its markup. */
  stage: HTMLElement;
  /** What scripts said that ran. */
  readonly ran: string[];
  reports: string[];
  /** Elements that were told to `onMarkup`, and how often `onInsert` was called. */
  markup: Element[];
  inserts: number;
  /** How often a script on its way was to be stopped. */
  stops: number;
  /** Loads a script for a service. */
  load: LoadScript;
  /** Puts an embed on the stage that needs `stats`, unless its attributes say otherwise. */
  embed(tag: string, attributes?: Record<string, string>): HTMLElement;
  /** Ends all. */
  destroy(): void;
  /** Elements for which a placeholder stands, and the ids of each. */
  placed: Element[];
  placedFor: string[];
  /** How often one was put up. */
  placings: number;
  /** Presses “load this once” of an element's placeholder. */
  loadOnce(element: Element): void;
  /** The placeholder of an element stands elsewhere now. */
  astray: Set<Element>;
  /** Permits these ids from now on, and nothing else; the gate is not told. */
  allow(...ids: string[]): void;
  /** The same, and the gate is told. */
  permit(...ids: string[]): void;
  /** What ran, once so many did and nothing more comes. */
  whenRan(count: number): Promise<string[]>;
}

/** Registers the making and the end of it. */
export function useGatePage(change: Partial<GateEnv> = {}, hasLate = true): GatePage {
  let allowed = new Set<string>();
  const permits = (ids: string): boolean => ids.split(/\s+/).every((id) => allowed.has(id));
  const report = (code: string, at = ""): void => void its.reports.push(`${code} ${at}`);
  const its = {
    get ran() {
      return page.ran;
    },
    allow(...ids) {
      allowed = new Set(ids);
    },
    permit(...ids) {
      its.allow(...ids);
      withholdScripts(its.gate);
      its.embeds?._withhold();
      releaseScripts(its.gate);
      its.embeds?._release();
    },
    embed(tag, attributes = {}) {
      const element = withAttributes(tag, { "data-consent": "stats", ...attributes });
      its.stage.append(element);
      return element;
    },
    async whenRan(count) {
      await expect.poll(() => page.ran.length).toBeGreaterThanOrEqual(count);
      await pause();
      return page.ran;
    },
  } as GatePage;

  beforeEach(() => {
    page.ran = [];
    allowed = new Set();
    its.reports = [];
    its.markup = [];
    its.inserts = 0;
    its.stops = 0;
    its.placed = [];
    its.placedFor = [];
    its.placings = 0;
    its.astray = new Set();
    const once = new Map<Element, () => void>();
    its.loadOnce = (element) => once.get(element)!();
    let lent = "";
    const mayLoad = (ids: string): boolean => permits(ids) || (!!lent && ids == lent);
    its.stage = document.createElement("div");
    document.body.append(its.stage);
    const end = new AbortController();
    its.destroy = () => {
      stopScripts(its.gate, () => true);
      its.embeds?._destroy();
      end.abort();
    };
    const makeEmbeds = (): Embeds =>
      createEmbeds({
        window,
        gate: its.gate,
        permits: mayLoad,
        report,
        loadOnce(ids) {
          lent = ids;
          its.embeds?._release();
          releaseScripts(its.gate);
        },
        place(element, ids, loadOnce) {
          its.placings++;
          its.astray.delete(element);
          its.placed.push(element);
          its.placedFor.push(ids);
          once.set(element, loadOnce);
          return {
            undo() {
              const index = its.placed.indexOf(element);
              its.placed.splice(index, 1);
              its.placedFor.splice(index, 1);
            },
            isAstray: () => its.astray.has(element),
          };
        },
      });
    its.embeds = undefined;
    its.gate = createGate({
      window,
      document: safeDocument(document),
      _permits: mayLoad,
      _nonce: "",
      _ownNonce: "",
      _early: undefined,
      _report: report,
      _onMark: () => {},
      _onRoot: (root) => its.embeds?._observe(root),
      _onEmbed: () => void (its.embeds ??= makeEmbeds()),
      _onShut() {
        its.stops++;
        withholdScripts(its.gate);
      },
      _onLate: () => undefined,
      _onHang: (item) => unstick(its.gate._queue, item, report),
      _onMarkup: (element) => its.markup.push(element),
      _onInsert: () => its.inserts++,
      _patience: 5000,
      _end: end,
      ...change,
    });
    its.load = createLoadScript(its.gate, document, end.signal);
    const patience = change._patience ?? 10_000; // milliseconds
    if (hasLate) its.gate._queue._useLate(createLate(window, safeDocument(document), patience));
  });
  afterEach(() => {
    its.destroy();
    its.stage.remove();
  });
  return its;
}

/** Long enough for a script that would run to have run. */
export const pause = (milliseconds = 60): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

let files = 0;
/** A script of the page that says its name, under an address of its own. */
export const file = (name: string): string =>
  `${location.origin}/test/util/say.js?say=${encodeURIComponent(name)}&file=${files++}`;
/** An address at which nobody answers. */
export const NOBODY = "http://127.0.0.1:9/nothing.js";
/** An address for embeds: an empty page. */
export const empty = (name = ""): string => `${location.origin}/test/util/empty.html?${name}`;

function withAttributes<Tag extends string>(
  tag: Tag,
  attributes: Record<string, string>,
): Tag extends "script" ? HTMLScriptElement : HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element as never;
}

/** A held script. */
export function held(attributes: Record<string, string>, text = ""): HTMLScriptElement {
  const element = withAttributes("script", {
    type: "text/plain",
    "data-consent": "stats",
    ...attributes,
  });
  element.textContent = text;
  return element;
}
export const inline = (name: string, attributes: Record<string, string> = {}): HTMLScriptElement =>
  held(attributes, `ran.push(${JSON.stringify(name)})`);
export const external = (
  name: string,
  attributes: Record<string, string> = {},
): HTMLScriptElement => held({ "data-src": file(name), ...attributes });
