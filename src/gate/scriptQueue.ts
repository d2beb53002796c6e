import { scriptLabel, scriptType, scriptUrl, type Item } from "./item.ts";
import type { LateEvents } from "./lateEvents.ts";

/** What the queue needs of the world. */
export interface QueueEnv {
  document: Document;
  late: (element: Element) => ReturnType<LateEvents> | undefined;
  /** Milliseconds that a script may take before the next one is let through. */
  patience: number;
  /** The oldest script that others wait for has taken longer (`unstick`). */
  onHang: (item: Item) => void;
  /** Makes the element that will run. */
  make: (item: Item) => HTMLScriptElement;
  /** Whether the script that `data-after` names has run. */
  hasRun: (id: string) => boolean;
  /** It ran or failed. */
  done: (item: Item) => void;
  report: (code: "script-failed" | "script-timeout", at: string) => void;
  /** Aborted when nothing more may start. */
  gone: AbortSignal;
}

export interface ScriptQueue {
  readonly waiting: Set<Item>;
  /** Started and not settled, with what to call then. */
  readonly running: Map<Item, (() => void) | undefined>;
  /** Those of them that the next one waits for, oldest first. */
  readonly line: Set<Item>;
  /** Those that hang: while there are any, the browser's ordered list is stuck, and one is started at a time. */
  readonly hung: Set<Item>;
  add(item: Item): void;
  /** Starts what may start. */
  pump(): void;
  /** Nobody waits for the script any more. */
  forget(item: Item): void;
}

/** A slice of work, in milliseconds, well under a long task (50 ms). */
const SLICE = 8;

/**
 * Runs released scripts in the order that HTML would have: the browser itself keeps the order of
 * dynamic scripts with `async = false` while it fetches them side by side; an inline script waits
 * for those before it; deferred ones follow when the page is parsed and no blocking one is left.
 *
 * One that hangs and one that is refused meanwhile are taken out by `stopScripts.ts`, which comes when it is
 * needed.
 */
export function createScriptQueue(env: QueueEnv): ScriptQueue {
  const { document } = env;
  const waiting = new Set<Item>();
  const running = new Map<Item, (() => void) | undefined>();
  const line = new Set<Item>();
  const hung = new Set<Item>();
  let watched: Item | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** In a pass, or between two slices of it: news of the page's changes starts nothing then. */
  let busy = false;
  let again = false;

  const forget = (item: Item): void => {
    running.get(item)?.();
    for (const list of [running, waiting, line, hung]) list.delete(item);
  };

  const settle = (item: Item, failed?: boolean): void => {
    forget(item);
    if (failed) env.report("script-failed", scriptLabel(item));
    env.done(item);
    pump();
  };

  const start = (item: Item, ordered: boolean): void => {
    const { element } = item;
    waiting.delete(item);
    running.set(item, env.late(element));
    try {
      const fresh = (item.fresh = env.make(item));
      fresh.onload = fresh.onerror = (event) => {
        // Not what one says that was stopped on its way: Firefox reports an error for it.
        if (item.fresh != fresh) return;
        const { type } = event as Event;
        element.dispatchEvent(new Event(type));
        settle(item, type == "error");
      };
      fresh.async = !ordered || !!hung.size;
      if (!scriptUrl(element)) {
        element.replaceWith(fresh);
        settle(item);
      } else {
        if (ordered) line.add(item);
        element.replaceWith(fresh);
      }
    } catch {
      settle(item, true); // A sink refused it (Trusted Types): it stays shut.
    }
  };

  /** Starts what may start. True when the slice was over before. */
  const pass = (end: number): boolean => {
    const blocked = [...waiting, ...line].some(({ element }) => !laneOf(element));
    const stuck = [false, blocked || document.readyState == "loading"];
    for (const item of waiting) {
      if (performance.now() > end) return true;
      const { element } = item;
      const lane = laneOf(element);
      if (!element.isConnected) {
        // Taken out before its turn: it may come back, and nobody waits for it till then.
        forget(item);
        item.is = "held";
        again = true;
      } else if (lane > 2 ? env.hasRun(element.getAttribute("data-after")!) : !stuck[lane]) {
        const ordered = lane < 2;
        if (ordered && line.size && (hung.size || !scriptUrl(element))) stuck[lane] = true;
        else start(item, ordered);
      }
    }
    return false;
  };

  const pump = (): void => {
    again = true;
    if (busy || env.gone.aborted) return;
    busy = true;
    const end = performance.now() + SLICE;
    while (again) {
      again = false;
      if (pass(end)) {
        soon(() => {
          busy = false;
          pump();
        });
        return;
      }
    }
    busy = false;
    // Gives the oldest script in line its time.
    const [oldest] = line;
    if (oldest == watched) return;
    watched = oldest;
    clearTimeout(timer);
    timer = setTimeout(() => oldest && env.onHang(oldest), env.patience);
  };

  return {
    waiting,
    running,
    line,
    hung,
    add(item) {
      item.is = "going";
      waiting.add(item);
    },
    pump,
    forget,
  };
}

/**
 * 0: blocking, in document order. 1: deferred, when the page is parsed. 2: async, waits for nobody.
 * 3: waits for another script alone.
 */
export function laneOf(element: Element): 0 | 1 | 2 | 3 {
  if (element.hasAttribute("data-after")) return 3;
  const module = scriptType(element) == "module";
  if (!module && !scriptUrl(element)) return 0;
  if (element.hasAttribute("async")) return 2;
  return module || element.hasAttribute("defer") ? 1 : 0;
}

/** Runs after the browser had a chance to paint and to take input. */
function soon(run: () => void): void {
  const { scheduler } = globalThis as { scheduler?: { postTask(run: () => void): unknown } };
  void (scheduler?.postTask(run) ?? setTimeout(run));
}
