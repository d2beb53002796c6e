import type { ProblemCode } from "../core/problems/problem.ts";
import type { Late } from "./createLate.ts";
import { disarm } from "./disarm.ts";
import { runs } from "./item.ts";

/** A file that is on its way or has come. */
interface Load {
  held: Element;
  fresh: HTMLScriptElement;
  _hasCome: boolean;
}

/**
 * A service that has a loader and stands in the page's markup too loads its file once: vendors count a second start as
 * a second visit. Whichever begins first loads it; the other one counts as loaded when it has come, and is reported.
 *
 * @param isLoader whether a held script is a service's own, not the page's
 */
export function createSingleLoads(
  late: Late,
  document: Document,
  isLoader: (held: Element) => boolean,
  report: (code: ProblemCode, at: string) => void,
): Late {
  const loads = new Map<string, Load>();

  /** Takes its file away; `when` says whether it has come, or calls back. */
  const skip = (fresh: HTMLScriptElement, when: (come: () => void) => boolean): (() => void) => {
    report("service-twice", fresh.src);
    const come = disarm(fresh);
    if (when(come)) setTimeout(come); // The queue listens once this has returned.
    return () => {};
  };

  return {
    ...late,
    _begin(fresh, held) {
      const { src } = fresh;
      if (!src) return late._begin(fresh, held);
      const other = loads.get(src);
      if (other && isLoader(other.held) != isLoader(held)) {
        return skip(fresh, (come) => {
          for (const type of ["load", "error"]) other.fresh.addEventListener(type, come);
          return other._hasCome;
        });
      }
      // A script of the page's own markup, which the gate does not hold.
      const open =
        isLoader(held) && [...document.scripts].find((one) => one.src == src && runs(one.type));
      if (open) return skip(fresh, (come) => late._hasCome(open, come));
      const load: Load = { held, fresh, _hasCome: false };
      loads.set(src, load);
      fresh.addEventListener("load", () => void (load._hasCome = true));
      const end = late._begin(fresh, held);
      return () => {
        // Stopped, or failed: the next that wants it loads it.
        if (!load._hasCome) loads.delete(src);
        end();
      };
    },
  };
}
