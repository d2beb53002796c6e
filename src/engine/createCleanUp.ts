import type { Transition } from "../core/choice/transition.ts";
import { CLEAN_UP } from "../core/config/names.ts";
import type { Service } from "../core/config/service.ts";
import { attempt } from "../lib/attempt.ts";
import type { ProofClient } from "./proofClient.ts";
import type { Engine } from "./engine.ts";

/** What follows once consent is gone. */
export interface CleanUp {
  /** A service's own call. */
  _revoke(this: void, service: Service): void;
  /**
   * Erases what lost services left. It looks again for seconds, which nobody waits for; before a reload it looks
   * once, and the promise ends then.
   */
  _erase(step: Transition): Promise<unknown> | void;
  /** Finishes what a reload cut short, erases what an outdated consent left, sends what waits. */
  _finish(this: void): void;
}

export function createCleanUp(engine: Engine, proof: ProofClient): CleanUp {
  const { _config: config, _store: store, _env: env, _permits: permits, _report: report } = engine;
  const { window, document } = env;
  /** Ended by their vendors: nothing of theirs is needed, whatever was decided. */
  const bygone = config.services.filter((service) => service.ended).map(({ id }) => id);

  /** Where session storage is denied, the clean-up ends with this page. */
  const inSession = (use: (storage: Storage) => string | null | void): string =>
    attempt(() => use(window.sessionStorage)) ?? "";
  const unfinished = (): string => inSession((storage) => storage.getItem(CLEAN_UP));

  const erase = async (lost: readonly string[], looks?: readonly number[]): Promise<void> => {
    // Until the looks have ended: whoever leaves the page before takes the rest of them along.
    const ids = [...new Set([...unfinished().split(" "), ...lost])].join(" ").trim();
    inSession((storage) => storage.setItem(CLEAN_UP, ids));
    const may = (id: string): boolean => permits(id) && !bygone.includes(id);
    const task = { lost, services: config.services, permits: may };
    try {
      const { cleanUp } = await engine._parts.load("diagnostics");
      const leftover = await cleanUp(task, { window, document }, looks);
      store.set({ ...store.get(), leftover });
      if (leftover.length && !looks) report("not-erasable", leftover.join(", "));
      if (!looks && ids == unfinished()) inSession((storage) => storage.removeItem(CLEAN_UP));
    } catch {
      report("internal", "clean-up");
    }
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
    const { decidedAt, lapse } = store.get().state;
    if (!(decidedAt ?? lapse) || !inReach.some(({ storage }) => storage.length)) return;
    const others = config.services.filter((service) => !refused.includes(service));
    try {
      const { cleanUp } = await engine._parts.load("diagnostics");
      const task = {
        lost: refused.map(({ id }) => id),
        services: [...inReach, ...others],
        permits,
      };
      const left = await cleanUp(task, { window, document }, [0]);
      if (left.length) report("not-erasable", left.join(", "));
    } catch {
      report("internal", "clean-up");
    }
  };

  return {
    _revoke: (service) => engine._services?._revoke(service),
    _erase({ lost, mustReload }) {
      void sweep(lost);
      const ids = [...lost, ...bygone];
      if (mustReload) return erase(ids, [0]);
      if (ids.length) void erase(ids);
      return undefined;
    },
    _finish() {
      const cut = unfinished();
      inSession((storage) => storage.removeItem(CLEAN_UP));
      const { state } = store.get();
      const ids = state.lapse ? config.services.map(({ id }) => id) : cut.split(" ");
      const stale = ids.filter((id) => id && !permits(id));
      if (stale.length) void erase(stale);
      void proof._flush();
      // Cut short by the reload that followed a withdrawal, as a rule.
      if (cut) void engine._ui._use((ui) => ui._confirm());
    },
  };
}
