import { CLEAN_UP } from "../core/config/names.ts";
import type { Transition } from "../core/choice/transition.ts";
import { attempt } from "../lib/attempt.ts";
import type { Engine } from "./engine.ts";
import type { Eraser } from "./eraser.ts";

/** What follows once consent is gone: says whether there is anything to erase, and fetches what erases. */
export interface CleanUp {
  /** Erases what lost services left. Before a reload, the promise ends when it has looked once. */
  _erase(step: Transition): Promise<void> | void;
  /** Finishes what a reload cut short, and erases what an outdated consent left. */
  _finish(this: void): void;
}

export function createCleanUp(engine: Engine): CleanUp {
  const { _config: config, _permits: permits } = engine;
  /** Ended by their vendors: nothing of theirs is needed, whatever was decided. */
  const bygone = config.services.filter((service) => service.ended).map(({ id }) => id);
  const withEraser = (act: (eraser: Eraser) => unknown): Promise<unknown> =>
    engine._parts
      ._load("diagnostics")
      .then(({ _createEraser }) => act(_createEraser(engine)))
      .catch(() => engine._report("internal", "clean-up"));
  return {
    _erase(step) {
      const ids = [...step.lost, ...bygone];
      // Now: a visitor who leaves before the file has come takes the clean-up along. It is kept without doubles there.
      if (ids.length) {
        attempt(() => {
          const { sessionStorage } = engine._env.window;
          const before = sessionStorage.getItem(CLEAN_UP) ?? "";
          sessionStorage.setItem(CLEAN_UP, `${before} ${ids.join(" ")}`);
        });
      } else if (!config.services.some(({ id, storage }) => storage?.length && !permits(id)))
        return;
      const erased = withEraser((eraser) => eraser._erase(step, bygone));
      if (step._mustReload) return erased.then(() => {});
    },
    _finish: () => void withEraser((eraser) => eraser._finish()),
  };
}
