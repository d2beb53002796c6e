import type { Gate } from "./createGate.ts";
import {
  move,
  runsEach,
  scriptLabel,
  scriptType,
  scriptUrl,
  setFresh,
  setShut,
  type Item,
  type ItemIn,
} from "./item.ts";
import type { ScriptQueue } from "./scriptQueue.ts";

/** Permissions changed: what lost them does not run. */
export function withholdScripts(gate: Gate): void {
  for (const item of gate._items()) if (!gate._permitted(item)) setShut(item, true);
  stopScripts(gate, (item) => !gate._permitted(item));
}

/** Permissions changed: what has them runs; `data-run="each"` again, after its consent was missing. */
export function releaseScripts(gate: Gate): void {
  for (const item of gate._items()) {
    if (!gate._permitted(item)) continue;
    if (item._shut && item._is == "ran" && runsEach(item._element) && item._element.isConnected) {
      move(item, "held");
    }
    setShut(item, false);
    gate._open(item);
  }
  gate._queue._pump();
}

/**
 * Drops what waits and stops what has not run yet, wherever `refused` says so.
 *
 * A script that is fetched but has not run is stopped by moving its element into another document
 * (HTML, "execute the script element", step 1 compares the documents; removal alone does not stop
 * it. Measured in Chromium 156 and Firefox 153).
 */
export function stopScripts(
  { _queue: queue, _items: items }: Pick<Gate, "_queue" | "_items">,
  refused: (item: Item) => boolean,
): void {
  for (const item of [...queue._waiting, ...queue._running.keys()]) {
    if (refused(item)) stop(queue, item);
  }
  for (const item of items()) {
    // An inline module: nothing tells when its imports have come and it runs.
    const { _element: element } = item;
    if (scriptType(element) == "module" && !scriptUrl(element) && refused(item)) adoptAway(item);
  }
  queue._pump();
}

/**
 * A script hangs: it is reported and waited for no longer. Those behind it are taken back from the browser's
 * ordered list and started one by one.
 */
export function unstick(
  queue: ScriptQueue,
  oldest: Item,
  report: (code: "script-timeout", at: string) => unknown,
): void {
  if (!queue._line.delete(oldest)) return; // It has come meanwhile.
  report("script-timeout", scriptLabel(oldest));
  const behind = [...queue._line, ...queue._waiting];
  for (const item of behind) stop(queue, item);
  behind.forEach(queue._add);
  queue._hung.add(oldest);
  queue._pump();
}

/** Takes a script out of the queue, and out of the page if it is on its way. */
function stop(queue: ScriptQueue, item: Item): void {
  queue._forget(item);
  move(item as ItemIn<"queued" | "running">, "held");
  adoptAway(item);
}

function adoptAway(item: Item): void {
  if (item._fresh) new Document().adoptNode(item._fresh);
  setFresh(item, undefined);
}
