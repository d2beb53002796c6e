import { CLEAN_UP } from "../core/config/names.ts";
import { attempt } from "../lib/attempt.ts";
import { cleanUp } from "./cleanUp.ts";
import type { Engine } from "./engine.ts";
import type { Eraser } from "./eraser.ts";

export function createEraser(engine: Engine): Eraser {
  const { _config: config, _store: store, _env: env, _permits: permits, _report: report } = engine;
  const { window, document } = env;

  /** Where session storage is denied, the clean-up ends with this page. */
  const inSession = (use: (storage: Storage) => string | null | void): string =>
    attempt(() => use(window.sessionStorage)) ?? "";
  const unfinished = (): string => inSession((storage) => storage.getItem(CLEAN_UP));

  const erase = async (
    lost: readonly string[],
    bygone: readonly string[],
    looks?: readonly number[],
  ): Promise<void> => {
    // Until the looks have ended: a visitor who leaves the page before takes the rest of them along.
    const ids = [...new Set([...unfinished().split(" "), ...lost])].join(" ").trim();
    inSession((storage) => storage.setItem(CLEAN_UP, ids));
    const may = (id: string): boolean => permits(id) && !bygone.includes(id);
    const task = { lost, services: config.services, permits: may };
    const leftover = await cleanUp(task, { window, document }, looks);
    store.set({ ...store.get(), _leftover: leftover });
    if (leftover.length && !looks) report("not-erasable", leftover.join(", "));
    if (!looks && ids == unfinished()) inSession((storage) => storage.removeItem(CLEAN_UP));
  };

  /** What is refused may lie there from before we were asked: erased like what was permitted once. */
  const sweep = async (lost: readonly string[]): Promise<void> => {
    const refused = config.services.filter(({ id }) => !permits(id) && !lost.includes(id));
    // What is out of reach was perhaps never there.
    const inReach = refused.map((service) => ({
      ...service,
      storage: (service.storage ?? []).filter(
        ({ httpOnly, party }) => !httpOnly && party != "third",
      ),
    }));
    const { decidedAt, lapse } = store.get()._state;
    if (!(decidedAt ?? lapse) || !inReach.some(({ storage }) => storage.length)) return;
    const others = config.services.filter((service) => !refused.includes(service));
    const task = {
      lost: refused.map(({ id }) => id),
      services: [...inReach, ...others],
      permits,
    };
    const left = await cleanUp(task, { window, document }, [0]);
    if (left.length) report("not-erasable", left.join(", "));
  };
  const failed = (): void => report("internal", "clean-up");

  return {
    _erase({ lost, _mustReload: mustReload }, bygone) {
      sweep(lost).catch(failed);
      const ids = [...lost, ...bygone];
      const erased = ids.length ? erase(ids, bygone, mustReload ? [0] : undefined) : undefined;
      return erased?.catch(failed);
    },
    _finish() {
      const cut = unfinished();
      inSession((storage) => storage.removeItem(CLEAN_UP));
      const { _state: state } = store.get();
      const ids = state.lapse ? config.services.map(({ id }) => id) : cut.split(" ");
      const stale = ids.filter((id) => id && !permits(id));
      if (stale.length) void erase(stale, []).catch(failed);
      // Cut short by the reload that followed a withdrawal, as a rule.
      if (cut) void engine._ui._use((ui) => ui._confirm());
    },
  };
}
