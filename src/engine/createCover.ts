import { permits, splitIds } from "../core/choice/permits.ts";
import type { KeepConfig } from "../core/config/config.ts";
import { own } from "../lib/own.ts";
import type { Change } from "./effect.ts";
import type { Engine } from "./engine.ts";

/**
 * Where pages come with a policy made from consent (`consentry/policy`), what asks others and was not permitted when
 * the page was made waits for the next page. Gives whether a change calls for that page now; where it does not, what
 * waits is reported.
 */
export function createCover(engine: Engine, { policy }: KeepConfig): (change: Change) => unknown {
  if (policy == "none") return () => {};
  const { _config: config, _store: store } = engine;
  // Nothing is granted before this is made.
  const { _state: first } = store.get();
  const waits = (ids: string): boolean =>
    splitIds(ids).some((id) =>
      config.services.some(
        (service) =>
          [service.id, service.category].includes(id) &&
          !permits(first, service.id) &&
          (own(service, "hosts") || own(service, "hostsFor")),
      ),
    );
  store.set({ ...store.get(), _waits: waits });
  return ({ _step, _decision, _after }) => {
    const waiting = _step?.gained.filter(waits).join(" ");
    if (!waiting) return;
    // Once: only where the next page will permit it. Who asked for one embed waits to see it.
    const isMeant = _decision && (policy == "reload" || _after.source == "placeholder");
    if (isMeant && permits(engine._resume(engine._read()), waiting)) return true;
    engine._report("policy-shut", waiting);
  };
}
