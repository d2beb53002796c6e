import { afterEach, beforeEach, expect } from "vitest";
import { createGate, type Gate, type GateEnv } from "../../src/gate/createGate.ts";
import { createLateEvents } from "../../src/gate/lateEvents.ts";
import { createLoadScript, type LoadScript } from "../../src/gate/loadScript.ts";
import { createWarden, type Warden } from "../../src/gate/createWarden.ts";
import { safeDocument } from "../../src/lib/safeDocument.ts";

const page = window as typeof window & { ran: string[] };

/** A gate and a warden on the test's own page, made anew for each test. */
export interface GatePage {
  gate: Gate;
  warden: Warden;
  /** Where a test puts its markup. */
  stage: HTMLElement;
  /** What scripts said that ran. */
  readonly ran: string[];
  reports: string[];
  /** Elements that were told to `onMarkup`, and how often `onInsert` was called. */
  markup: Element[];
  inserts: number;
  /** Elements for which the warden was called. */
  shuts: Element[];
  /** Loads a script for a service. */
  load: LoadScript;
  /** Ends gate and warden. */
  destroy(): void;
  /** Elements for which a placeholder stands. */
  placed: Element[];
  /** Permits these ids from now on, and nothing else; the gate is not told. */
  allow(...ids: string[]): void;
  /** The same, and the gate is told. */
  permit(...ids: string[]): void;
  /** What ran, once so many did and nothing more comes. */
  whenRan(count: number): Promise<string[]>;
}

/** Registers the making and the end of it. */
export function useGatePage(change: Partial<GateEnv> = {}): GatePage {
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
      its.warden.withhold(false);
      its.warden.release();
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
    its.shuts = [];
    its.placed = [];
    its.stage = document.createElement("div");
    document.body.append(its.stage);
    const end = new AbortController();
    its.destroy = () => {
      its.warden.destroy();
      end.abort();
    };
    its.gate = createGate({
      window,
      document: safeDocument(document),
      permits,
      nonce: "",
      report,
      onShut(item) {
        its.shuts.push(item.element);
        its.warden.shut(item);
      },
      onLate: () => {},
      onHang: (item) => its.warden.unstick(item),
      onMarkup: (element) => its.markup.push(element),
      onInsert: () => its.inserts++,
      patience: 5000,
      end,
      ...change,
    });
    its.load = createLoadScript(its.gate, document, end.signal);
    its.gate.queue.late = createLateEvents(window, () => document.readyState);
    its.warden = createWarden({
      gate: its.gate,
      permits,
      report,
      place(element) {
        its.placed.push(element);
        return () => void its.placed.splice(its.placed.indexOf(element), 1);
      },
    });
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

/** A script of the page that says its name, under an address of its own. */
export const file = (name: string): string =>
  URL.createObjectURL(new Blob([`ran.push(${JSON.stringify(name)})`], { type: "text/javascript" }));

/** A held script. */
export function held(attributes: Record<string, string>, text = ""): HTMLScriptElement {
  const element = document.createElement("script");
  for (const [name, value] of Object.entries({
    type: "text/plain",
    "data-consent": "stats",
    ...attributes,
  })) {
    element.setAttribute(name, value);
  }
  element.textContent = text;
  return element;
}
export const inline = (name: string, attributes: Record<string, string> = {}): HTMLScriptElement =>
  held(attributes, `ran.push(${JSON.stringify(name)})`);
export const external = (
  name: string,
  attributes: Record<string, string> = {},
): HTMLScriptElement => held({ "data-src": file(name), ...attributes });
