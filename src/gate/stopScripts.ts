import type { Gate } from "./createGate.ts";
import { scriptLabel, scriptUrl, type Item } from "./item.ts";
import type { ScriptQueue } from "./scriptQueue.ts";

/**
 * Drops what waits and stops what has not run yet, wherever `refused` says so.
 *
 * A script that is fetched but has not run is stopped by moving its element into another document
 * (HTML, "execute the script element", step 1 compares the documents; removal alone does not stop
 * it. Measured in Chromium 156 and Firefox 153).
 */
export function stopScripts(
  { queue, items }: Pick<Gate, "queue" | "items">,
  refused: (item: Item) => boolean,
): void {
  for (const item of [...queue.waiting, ...queue.running.keys()]) {
    if (refused(item)) stop(queue, item);
  }
  for (const item of items()) {
    // An inline module: nothing tells when its imports have come and it runs.
    if (item.fresh?.type == "module" && !scriptUrl(item.element) && refused(item)) adoptAway(item);
  }
  queue.pump();
}

/**
 * A script hangs: it is told and waited for no longer. Those behind it are taken back from the browser's
 * ordered list and started one by one.
 */
export function unstick(
  queue: ScriptQueue,
  oldest: Item,
  report: (code: "script-timeout", at: string) => unknown,
): void {
  if (!queue.line.delete(oldest)) return; // It has come meanwhile.
  report("script-timeout", scriptLabel(oldest));
  const behind = [...queue.line, ...queue.waiting];
  for (const item of behind) stop(queue, item);
  behind.forEach(queue.add);
  queue.hung.add(oldest);
  queue.pump();
}

/** Takes a script out of the queue, and out of the page if it is on its way. */
function stop(queue: ScriptQueue, item: Item): void {
  queue.forget(item);
  item.is = "held";
  item.fresh?.replaceWith(item.element);
  adoptAway(item);
}

function adoptAway(item: Item): void {
  if (item.fresh) new Document().adoptNode(item.fresh);
  item.fresh = undefined;
}
