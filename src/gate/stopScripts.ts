import type { Gate } from "./createGate.ts";
import { move, runsEach, scriptLabel, scriptType, scriptUrl, type Item } from "./item.ts";
import type { ScriptQueue } from "./scriptQueue.ts";

/** Permissions changed: what lost them does not run. */
export function withholdScripts(gate: Gate): void {
  for (const item of gate.items()) item.shut ||= !gate.permitted(item);
  stopScripts(gate, (item) => !gate.permitted(item));
}

/** Permissions changed: what has them runs; `data-run="each"` again, after its consent was missing. */
export function releaseScripts(gate: Gate): void {
  for (const item of gate.items()) {
    if (!gate.permitted(item)) continue;
    if (item.shut && item.is == "ran" && runsEach(item.element) && item.element.isConnected) {
      move(item, "held");
    }
    item.shut = false;
    gate.open(item);
  }
  gate.queue.pump();
}

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
    const { element } = item;
    if (scriptType(element) == "module" && !scriptUrl(element) && refused(item)) adoptAway(item);
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
  if (item.is == "queued" || item.is == "running") move<"queued" | "running">(item, "held");
  adoptAway(item);
}

function adoptAway(item: Item): void {
  if (item.fresh) new Document().adoptNode(item.fresh);
  item.fresh = undefined;
}
