import { type Item } from "./item.ts";
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
export declare function createScriptQueue(env: QueueEnv): ScriptQueue;
/** 0: blocking, in document order. 1: deferred, when the page is parsed. 2: async, waits for nobody. */
export declare function laneOf(element: Element): 0 | 1 | 2;
