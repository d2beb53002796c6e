import type { Gate } from "./createGate.ts";
import { type Item } from "./item.ts";
import type { ScriptQueue } from "./scriptQueue.ts";
/**
 * Drops what waits and stops what has not run yet, wherever `refused` says so.
 *
 * A script that is fetched but has not run is stopped by moving its element into another document
 * (HTML, "execute the script element", step 1 compares the documents; removal alone does not stop
 * it. Measured in Chromium 156 and Firefox 153).
 */
export declare function stopScripts({ queue, items }: Pick<Gate, "queue" | "items">, refused: (item: Item) => boolean): void;
/**
 * A script hangs: it is told and waited for no longer. Those behind it are taken back from the browser's
 * ordered list and started one by one.
 */
export declare function unstick(queue: ScriptQueue, oldest: Item, report: (code: "script-timeout", at: string) => unknown): void;
