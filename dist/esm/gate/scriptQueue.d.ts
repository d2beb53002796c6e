import { type Item } from "./item.ts";
import type { LateEvents } from "./lateEvents.ts";
/** What the queue needs of the world. */
export interface QueueEnv {
    document: Document;
    /** Milliseconds that a script may take before the next one is let through. */
    patience: number;
    /** The oldest script that others wait for has taken longer (`unstick`). */
    onHang: (item: Item) => void;
    /** `queue.late` is wanted before anything starts. */
    onLate: () => void;
    report: (code: "script-failed", at: string) => void;
    /** Aborted when nothing more may start. */
    end: AbortController;
}
export interface ScriptQueue {
    /** Set once scripts may come too late for the page's events. */
    late: LateEvents | undefined;
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
/**
 * Runs released scripts in the order that HTML would have: the browser itself keeps the order of
 * dynamic scripts with `async = false` while it fetches them side by side; an inline script waits
 * for those before it; deferred ones follow when the page is parsed and no blocking one is left.
 *
 * One that hangs and one that is refused meanwhile are taken out by `stopScripts.ts`, which comes when it is
 * needed.
 *
 * @param make the element that will run
 * @param hasRun whether the script that `data-after` names has run
 * @param done it ran or failed
 */
export declare function createScriptQueue({ document, patience, onHang, onLate, report, end }: QueueEnv, make: (item: Item) => HTMLScriptElement, hasRun: (id: string) => boolean, done: (item: Item) => void): ScriptQueue;
/** 0: blocking, in document order. 1: deferred, when the page is parsed. 2: async, waits for nobody. */
export declare function laneOf(element: Element): 0 | 1 | 2;
