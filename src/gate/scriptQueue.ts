import {
  move,
  runs,
  scriptLabel,
  scriptType,
  scriptUrl,
  setFresh,
  type Item,
  type ItemIn,
} from "./item.ts";
import type { Late } from "./createLate.ts";
import { createPump } from "./createPump.ts";
import { runBefore } from "./makeScript.ts";

/** What the queue needs of the world. */
export interface QueueEnv {
  document: Document;
  /** Milliseconds that a script may take before the next one is let through. */
  _patience: number;
  /** The oldest script that others wait for has taken longer (`unstick`). */
  _onHang: (item: Item) => void;
  /** `useLate` is wanted before anything starts. */
  _onLate: () => undefined;
  _report: (code: "script-failed", at: string) => void;
  /** Aborted when nothing more may start. */
  _end: AbortController;
}

export interface ScriptQueue {
  /** Lets a script that comes late meet the page that it expects; the first counts. Called once there may be such. */
  _useLate(late: Late): void;
  readonly _late: Late | undefined;
  readonly _waiting: Set<Item>;
  /** Started and not settled, with what to call then. */
  readonly _running: Map<Item, (() => void) | undefined>;
  /** Those of them that the next one waits for, oldest first. */
  readonly _line: Set<Item>;
  /** Those that hang: while there are any, the browser's ordered list is stuck, and one is started at a time. */
  readonly _hung: Set<Item>;
  _add(item: Item): void;
  /** Starts what may start. */
  _pump(): void;
  /** No one waits for the script any more. */
  _forget(item: Item): void;
}

/** What the queue asks of the gate. */
export interface QueueGate {
  /** Makes the element that will run. */
  _make: (item: Item) => HTMLScriptElement;
  /** Whether the script that `data-after` names has run. */
  _hasRun: (id: string) => boolean;
  /** It ran or failed. */
  _done: (item: Item) => void;
  /** Whether it may run now. */
  _permitted: (item: Item) => boolean;
}

/**
 * Runs released scripts in the order that HTML would have: the browser itself keeps the order of
 * dynamic scripts with `async = false` while it fetches them side by side; an inline script waits
 * for those before it; deferred ones follow when the page is parsed and no blocking one is left.
 *
 * One that hangs and one that is refused meanwhile are taken out by `stopScripts.ts`, which comes when it is
 * needed.
 */
export function createScriptQueue(
  { document, _patience, _onHang, _onLate, _report: report, _end }: QueueEnv,
  { _make: make, _hasRun: hasRun, _done: done, _permitted: permitted }: QueueGate,
): ScriptQueue {
  const waiting = new Set<Item>();
  const running = new Map<Item, (() => void) | undefined>();
  const line = new Set<Item>();
  const hung = new Set<Item>();
  let late: Late | undefined;
  let watched: Item | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** After `DOMContentLoaded`, which a deferred tag comes before, the events of the page have passed. */
  const cameLate = performance.timing?.domContentLoadedEventStart != 0;
  const needsLate = (): boolean =>
    cameLate || document.readyState == "complete" || [...waiting].some(mayWrite);

  const forget = (item: Item): void => {
    running.get(item)?.();
    running.delete(item);
    waiting.delete(item);
    if (!line.delete(item)) hung.delete(item);
  };

  const settle = (item: Item, failed?: boolean): void => {
    forget(item);
    if (failed) report("script-failed", scriptLabel(item));
    move(item as ItemIn<"running">, "ran");
    done(item);
    pump();
  };

  const start = (item: Item, ordered: boolean): void => {
    const { _element: element } = item;
    waiting.delete(item);
    if (!permitted(item)) return move(item as ItemIn<"queued">, "held"); // Its mark changed meanwhile.
    move(item as ItemIn<"queued">, "running");
    try {
      if (!item._fresh?.hasAttribute("data-consent")) item._fresh?.remove();
      const fresh = make(item);
      setFresh(item, fresh);
      // The browser leaves alone what has a type that is none of its own, and a classic script with `nomodule` (HTML,
      // "prepare the script element"): no one may wait for it.
      const isFile = fresh.src && runs(fresh.type) && !fresh.noModule;
      running.set(item, late?._begin(fresh, element));
      // A classic inline script runs at once and tells nothing; a module may miss what it imports.
      if (isFile || fresh.type) {
        listen(item, fresh, settle);
        fresh.async = !ordered || !!hung.size;
      }
      if (ordered && isFile) line.add(item);
      runBefore(element, fresh);
      if (!isFile) settle(item);
    } catch {
      settle(item, true); // A sink or our own check refused it: it stays blocked.
    }
  };

  /** Starts what may start. True when the slice was over before. */
  const pass = (until: number): boolean => {
    const blocked = [...waiting, ...line].some(isBlocking);
    const stuck = [false, blocked || document.readyState == "loading"];
    for (const item of waiting) {
      if (performance.now() > until) return true;
      const { _element: element } = item;
      const lane = laneOf(element);
      const after = element.getAttribute("data-after");
      if (!element.isConnected) {
        // Taken out before its turn: it may come back, and no one waits for it till then.
        forget(item);
        move(item as ItemIn<"queued">, "held");
        pump();
      } else if (after ? hasRun(after) : !stuck[lane]) {
        const ordered = !after && lane < 2;
        if (ordered && line.size && (hung.size || !scriptUrl(element))) stuck[lane] = true;
        else start(item, ordered);
      }
    }
    return false;
  };

  /** Gives the oldest script in line its time. */
  const giveTime = (): void => {
    const [oldest] = line;
    if (oldest == watched) return;
    watched = oldest;
    clearTimeout(timer);
    timer = setTimeout(() => oldest && _onHang(oldest), _patience);
  };
  const mayRun = (): unknown =>
    !_end.signal.aborted && (late || !waiting.size || !needsLate() || _onLate());
  const pump = createPump(mayRun, pass, giveTime);

  return {
    get _late() {
      return late;
    },
    _useLate(one) {
      late ??= one;
      pump();
    },
    _waiting: waiting,
    _running: running,
    _line: line,
    _hung: hung,
    _add(item) {
      if (item._is != "held") return;
      move(item, "queued");
      waiting.add(item);
    },
    _pump: pump,
    _forget: forget,
  };
}

/** Hears of the end of what runs, and passes it on to the page's own element. */
function listen(
  item: Item,
  fresh: HTMLScriptElement,
  settle: (item: Item, failed: boolean) => void,
): void {
  fresh.onload = fresh.onerror = (event) => {
    // Not what one says that was stopped on its way: Firefox reports an error for it.
    if (item._fresh != fresh) return;
    const { type } = event as Event;
    item._element.dispatchEvent(new Event(type));
    settle(item, type == "error");
  };
}

/** Where the parser is, nothing may be written into it. */
function mayWrite({ _element: element }: Item): boolean {
  return /\bwrite/.test(element.textContent!);
}

function isBlocking({ _element: element }: Item): boolean {
  return !laneOf(element) && !element.hasAttribute("data-after");
}

/** 0: blocking, in document order. 1: deferred, when the page is parsed. 2: async, waits for no one. */
export function laneOf(element: Element): 0 | 1 | 2 {
  const module = scriptType(element) == "module";
  if (!module && !scriptUrl(element)) return 0;
  if (element.hasAttribute("async")) return 2;
  return module || element.hasAttribute("defer") ? 1 : 0;
}
