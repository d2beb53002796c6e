import { move, scriptLabel, scriptType, scriptUrl, type Item, type ItemIn } from "./item.ts";
import type { Late } from "./createLate.ts";
import { runBefore } from "./makeScript.ts";

/** What the queue needs of the world. */
export interface QueueEnv {
  document: Document;
  /** Milliseconds that a script may take before the next one is let through. */
  patience: number;
  /** The oldest script that others wait for has taken longer (`unstick`). */
  onHang: (item: Item) => void;
  /** `useLate` is wanted before anything starts. */
  onLate: () => void;
  report: (code: "script-failed", at: string) => void;
  /** Aborted when nothing more may start. */
  end: AbortController;
}

export interface ScriptQueue {
  /** Lets a script that comes late meet the page that it expects; the first counts. Called once there may be such. */
  useLate(late: Late): void;
  readonly late: Late | undefined;
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

/** What the queue asks of the gate. */
export interface QueueGate {
  /** Makes the element that will run. */
  make: (item: Item) => HTMLScriptElement;
  /** Whether the script that `data-after` names has run. */
  hasRun: (id: string) => boolean;
  /** It ran or failed. */
  done: (item: Item) => void;
  /** Whether it may run now. */
  permitted: (item: Item) => boolean;
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
export function createScriptQueue(
  { document, patience, onHang, onLate, report, end }: QueueEnv,
  { make, hasRun, done, permitted }: QueueGate,
): ScriptQueue {
  const waiting = new Set<Item>();
  const running = new Map<Item, (() => void) | undefined>();
  const line = new Set<Item>();
  const hung = new Set<Item>();
  let late: Late | undefined;
  let watched: Item | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** In a pass, or between two slices of it: news of the page's changes starts nothing then. */
  let busy = false;
  let again = false;
  /**
   * Whoever comes after `DOMContentLoaded` comes too late for the events of the page; one without gated scripts does
   * not mind. A deferred tag comes before it.
   */
  const cameLate =
    document.readyState != "loading" && performance.timing?.domContentLoadedEventStart != 0;
  const needsLate = (): boolean =>
    cameLate ||
    document.readyState == "complete" ||
    // Where the parser is, nothing may be written into it.
    [...waiting].some(({ element }) => /\bwrite/.test(element.textContent!));

  const forget = (item: Item): void => {
    running.get(item)?.();
    for (const list of [running, waiting, line, hung]) list.delete(item);
  };

  const settle = (item: Item, failed?: boolean): void => {
    forget(item);
    if (failed) report("script-failed", scriptLabel(item));
    move(item as ItemIn<"running">, "ran");
    done(item);
    pump();
  };

  const start = (item: Item, ordered: boolean): void => {
    const { element } = item;
    const isFile = !!scriptUrl(element);
    const queued = item as ItemIn<"queued">;
    waiting.delete(item);
    if (!permitted(item)) return move(queued, "held"); // Its mark changed meanwhile.
    move(queued, "running");
    running.set(item, undefined);
    try {
      item.fresh?.remove();
      const fresh = (item.fresh = make(item));
      running.set(item, late?.begin(fresh, element));
      // A classic inline script runs at once and tells nothing; a module may miss what it imports.
      if (isFile || fresh.type) {
        fresh.onload = fresh.onerror = (event) => {
          // Not what one says that was stopped on its way: Firefox reports an error for it.
          if (item.fresh != fresh) return;
          const { type } = event as Event;
          element.dispatchEvent(new Event(type));
          settle(item, type == "error");
        };
        fresh.async = !ordered || !!hung.size;
      }
      if (ordered && isFile) line.add(item);
      runBefore(element, fresh);
      if (!isFile) settle(item);
    } catch {
      settle(item, true); // A sink or our own check refused it: it stays shut.
    }
  };

  /** Starts what may start. True when the slice was over before. */
  const pass = (until: number): boolean => {
    const blocked = [...waiting, ...line].some(isBlocking);
    const stuck = [false, blocked || document.readyState == "loading"];
    for (const item of waiting) {
      if (performance.now() > until) return true;
      const { element } = item;
      const lane = laneOf(element);
      const after = element.getAttribute("data-after");
      if (!element.isConnected) {
        // Taken out before its turn: it may come back, and nobody waits for it till then.
        forget(item);
        move(item as ItemIn<"queued">, "held");
        again = true;
      } else if (after ? hasRun(after) : !stuck[lane]) {
        const ordered = !after && lane < 2;
        if (ordered && line.size && (hung.size || !scriptUrl(element))) stuck[lane] = true;
        else start(item, ordered);
      }
    }
    return false;
  };

  const pump = (): void => {
    again = true;
    if (busy || end.signal.aborted) return;
    if (!late && waiting.size && needsLate()) return onLate();
    busy = true;
    const until = performance.now() + SLICE;
    while (again && waiting.size) {
      again = false;
      if (pass(until)) {
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
    timer = setTimeout(() => oldest && onHang(oldest), patience);
  };

  const queue: ScriptQueue = {
    get late() {
      return late;
    },
    useLate(one) {
      late ??= one;
      pump();
    },
    waiting,
    running,
    line,
    hung,
    add(item) {
      if (item.is != "held") return;
      move(item, "queued");
      waiting.add(item);
    },
    pump,
    forget,
  };
  return queue;
}

function isBlocking({ element }: Item): boolean {
  return !laneOf(element) && !element.hasAttribute("data-after");
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
  const { scheduler } = globalThis as { scheduler?: { postTask(run: () => void): unknown } };
  void (scheduler?.postTask(run) ?? setTimeout(run));
}
