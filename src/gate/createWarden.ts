import type { ProblemCode } from "../core/problems/problem.ts";
import { runsEach, type Gate } from "./createGate.ts";
import type { Item } from "./item.ts";
import { FETCHING, putAnew, reloadMedia } from "./releaseEmbed.ts";
import { stopScripts, unstick } from "./stopScripts.ts";

/** What the warden needs of the world. */
export interface WardenEnv {
  gate: Gate;
  permits: (ids: string) => boolean;
  /** Puts up a placeholder; gives its undo. */
  place: (element: Element, ids: string, loadOnce: () => void) => () => void;
  report: (code: ProblemCode, at: string) => void;
}

/** Shuts what is no longer permitted. */
export interface Warden {
  /** Withholds one embed, with a placeholder where a visitor would notice. */
  shut(item: Item): void;
  /** Permissions changed: stops and withholds. `forget` ends every "this once". */
  withhold(forget: boolean): void;
  /** Permissions changed: releases. */
  release(): void;
  /** A script that others wait for hangs. */
  unstick(item: Item): void;
  destroy(): void;
}

export function createWarden({ gate, permits, place, report }: WardenEnv): Warden {
  const permitted = (item: Item): boolean => item.once || permits(item.ids);

  const shut = (item: Item): void => {
    const { element, ids } = item;
    if (permitted(item)) return; // Permitted since it was told.
    item.shut = true;
    if (item.script) return; // The queue stops it, or it has run.
    const isNew = item.is == "held";
    item.is = "held";
    if (withholdEmbed(element) && isNew) report("src-not-withheld", ids);
    if (!element.matches("iframe,video,audio,object,embed,[data-placeholder]")) return;
    item.unplace ??= place(element, ids, () => {
      item.once = true;
      gate.open(item);
    });
  };

  return {
    shut,
    withhold(forget) {
      for (const item of gate.items()) {
        if (forget) item.once = false;
        shut(item);
      }
      stopScripts(gate, (item) => !permitted(item));
    },
    release() {
      for (const item of gate.items()) {
        if (!permitted(item)) continue;
        if (item.shut) runAgain(item);
        gate.open(item);
      }
      gate.queue.pump();
    },
    unstick: (item) => unstick(gate.queue, item, report),
    destroy() {
      stopScripts(gate, () => true);
      for (const item of gate.items()) item.unplace?.();
    },
  };
}

/** A script with `data-run="each"` runs again after consent was missing, in place of its last copy. */
function runAgain(item: Item): void {
  const { element, fresh } = item;
  item.shut = false;
  if (!runsEach(element) || !fresh?.isConnected) return;
  fresh.replaceWith(element);
  item.is = "held";
}

/**
 * Takes the addresses away again; a frame is put back in its place anew, which ends its document.
 * True when an address stood in the open, so that the browser may have fetched it already.
 */
function withholdEmbed(element: Element): boolean {
  let open = false;
  let changed = false;
  for (const name of FETCHING) {
    const value = element.getAttribute(name);
    if (value == null) continue;
    if (!element.hasAttribute(`data-${name}`)) {
      element.setAttribute(`data-${name}`, value);
      open = true;
    }
    element.removeAttribute(name);
    changed = true;
  }
  if (!changed) return false;
  putAnew(element);
  reloadMedia(element);
  return open;
}
