import { scriptLabel, scriptType, scriptUrl, type Item } from "./item.ts";
import type { LateEvents } from "./lateEvents.ts";

/** What the queue needs of the world. */
export interface QueueEnv {
  document: Document;
  late: () => ReturnType<LateEvents> | undefined;
  /** Milliseconds that a script may take before the next one is let through. */
  patience: number;
  /** Makes the element that will run. */
  make: (item: Item) => HTMLScriptElement;
  /** Whether the script that `data-after` names has run. */
  hasRun: (id: string) => boolean;
  /** It ran or failed. */
  done: (item: Item) => void;
  report: (code: "script-failed" | "script-timeout", at: string) => void;
}

export interface ScriptQueue {
  add(item: Item): void;
  /** Starts what may start. */
  pump(): void;
  /** Drops what waits and stops what has not run yet, wherever `refused` says so. */
  cancel(refused: (item: Item) => boolean): void;
}

/** A slice of work, in milliseconds, well under a long task (50 ms). */
const SLICE = 8;

/**
 * Runs released scripts in the order that HTML would have: the browser itself keeps the order of
 * dynamic scripts with `async = false` while it fetches them side by side; an inline script waits
 * for those before it; deferred ones follow when the page is parsed and no blocking one is left.
 *
 * A script that hangs is reported after `patience` and waited for no longer: those behind it are
 * taken back from the browser's ordered list and started one by one.
 *
 * A script that is fetched but has not run is stopped by moving its element into another document
 * (HTML, "execute the script element", step 1 compares the documents; removal alone does not stop
 * it. Measured in Chromium 156 and Firefox 153).
 */
export function createScriptQueue(env: QueueEnv): ScriptQueue {
  const { document } = env;
  const waiting = new Set<Item>();
  /** Started and not settled, with what to call then. */
  const started = new Map<Item, (() => void) | undefined>();
  /** Those of them that the next one waits for, oldest first. */
  const line: Item[] = [];
  /** Blocking scripts that deferred ones still wait for. */
  const blocking = new Set<Item>();
  /** Inline modules: nothing tells when their imports have come and they run. */
  const modules = new Set<Item>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Those that hang: while there are any, the browser's ordered list is stuck, and one is started at a time. */
  const hung = new Set<Item>();
  /** In a pass, or between two slices of it: news of the page's changes starts nothing then. */
  let busy = false;
  let again = false;

  const settle = (item: Item, failed?: boolean): void => {
    if (!started.has(item)) return; // Cancelled meanwhile.
    forget(item);
    if (failed) env.report("script-failed", scriptLabel(item));
    env.done(item);
    pump();
  };

  /** Nobody waits for the script any more. */
  const forget = (item: Item): void => {
    started.get(item)?.();
    started.delete(item);
    waiting.delete(item);
    blocking.delete(item);
    hung.delete(item);
    const index = line.indexOf(item);
    if (index >= 0) line.splice(index, 1);
    if (!index) watch();
  };

  /** Takes a script out of the queue, and out of the page if it is on its way. */
  const stop = (item: Item): void => {
    forget(item);
    item.is = "held";
    item.fresh?.replaceWith(item.element);
    adoptAway(item);
  };
  const adoptAway = (item: Item): void => {
    if (item.fresh) document.implementation.createHTMLDocument("").adoptNode(item.fresh);
    item.fresh = undefined;
  };

  /** Gives the oldest script in line its time. */
  const watch = (): void => {
    clearTimeout(timer);
    const [oldest] = line;
    if (!oldest) return;
    timer = setTimeout(() => {
      env.report("script-timeout", scriptLabel(oldest));
      blocking.delete(oldest);
      line.shift();
      // The browser would keep the rest behind it: take them back, to the front of the queue.
      const behind = [...line, ...waiting];
      behind.forEach(stop);
      behind.forEach(add);
      hung.add(oldest);
      pump();
    }, env.patience);
  };

  const start = (item: Item, ordered: boolean): void => {
    const { element } = item;
    waiting.delete(item);
    started.set(item, element.getAttribute("data-late") == "off" ? undefined : env.late());
    try {
      const fresh = (item.fresh = env.make(item));
      const external = scriptUrl(element);
      const onEnd = ({ type }: Event): void => {
        // Not what one says that was stopped on its way: Firefox reports an error for it.
        if (item.fresh != fresh) return;
        element.dispatchEvent(new Event(type));
        settle(item, type == "error");
      };
      fresh.addEventListener("error", onEnd);
      fresh.addEventListener("load", onEnd);
      fresh.async = !ordered || !!hung.size;
      if (external && ordered && line.push(item) == 1) watch();
      if (!external && fresh.type == "module") modules.add(item);
      element.replaceWith(fresh);
      if (!external) settle(item);
    } catch {
      settle(item, true); // A sink refused it (Trusted Types): it stays shut.
    }
  };

  /** Starts what may start. True when the slice was over before. */
  const pass = (end: number): boolean => {
    const stuck = [false, document.readyState == "loading"];
    for (const item of waiting) {
      if (performance.now() > end) return true;
      const { element } = item;
      if (!element.isConnected) {
        // Taken out before its turn: it may come back, and nobody waits for it till then.
        stop(item);
        continue;
      }
      const after = element.getAttribute("data-after");
      const lane = laneOf(element);
      if (after ? !env.hasRun(after) : stuck[lane]) continue;
      const ordered = !after && lane < 2;
      const full = line.length && (hung.size || !scriptUrl(element));
      if (ordered && (full || (lane && blocking.size))) stuck[lane] = true;
      else start(item, ordered);
    }
    return false;
  };

  const pump = (): void => {
    again = true;
    if (busy) return;
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
  };

  const add = (item: Item): void => {
    item.is = "going";
    waiting.add(item);
    if (!laneOf(item.element) && !item.element.hasAttribute("data-after")) blocking.add(item);
  };

  return {
    add,
    pump,
    cancel(refused) {
      for (const item of [...waiting, ...started.keys()]) {
        if (refused(item)) stop(item);
      }
      for (const item of modules) if (refused(item)) adoptAway(item);
      pump();
    },
  };
}

/** 0: blocking, in document order. 1: deferred, when the page is parsed. 2: async, waits for nobody. */
export function laneOf(element: Element): 0 | 1 | 2 {
  const module = scriptType(element) == "module";
  if (!module && !scriptUrl(element)) return 0;
  if (element.hasAttribute("async")) return 2;
  return module || element.hasAttribute("defer") ? 1 : 0;
}

/** Runs after the browser had a chance to paint and to take input. */
function soon(run: () => void): void {
  const { scheduler } = globalThis as { scheduler?: { postTask(run: () => void): Promise<void> } };
  if (scheduler) void scheduler.postTask(run);
  else setTimeout(run);
}
