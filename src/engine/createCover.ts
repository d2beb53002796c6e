import { permits, splitIds } from "../core/choice/permits.ts";
import type { State } from "../core/choice/state.ts";
import type { KeepConfig } from "../core/config/config.ts";
import { dict } from "../lib/dict.ts";
import { own } from "../lib/own.ts";
import type { Change } from "./effect.ts";
import type { Engine } from "./engine.ts";

/**
 * Says what has to wait although it is permitted: for its record, as what came before it does; and where pages come with a
 * policy made from consent (`consentry/policy`), for the next page, where it asks others and was not permitted when this
 * one was made. Gives whether a change calls for that page now; where it does not, what waits is reported.
 *
 * @param acted the choice that the page acts on: its record is on disk
 */
export function createCover(
  engine: Engine,
  { policy }: KeepConfig,
  acted: () => State,
): (change: Change) => unknown {
  const { _config: config, _store: store } = engine;
  // Nothing is granted before this is made.
  const { _state: first } = store.get();
  const waits = (ids: string): boolean =>
    policy != "none" &&
    splitIds(ids).some((id) =>
      config.services.some(
        (service) =>
          [service.id, service.category].includes(id) &&
          !permits(first, service.id) &&
          (own(service, "hosts") || own(service, "hostsFor")),
      ),
    );
  /** What a state permits at last, which never changes: a thousand marked scripts ask for the same. */
  let answers = dict<boolean>();
  let answering: State | undefined;
  const mayAct = (ids: string): boolean => {
    const { _state: state } = store.get();
    if (answering != state) answers = dict();
    answering = state;
    answers[ids] ??= permits(state, ids) && !waits(ids);
    return answers[ids] && (acted() == state || permits(acted(), ids));
  };
  store.set({ ...store.get(), _mayAct: mayAct });
  return ({ _step, _decision, _after }) => {
    const waiting = _step?.gained.filter(waits).join(" ");
    if (!waiting) return;
    // Once: only where the next page will permit it. Who asked for one embed waits to see it.
    const isMeant = _decision && (policy == "reload" || _after.source == "placeholder");
    if (isMeant && permits(engine._resume(engine._read()), waiting)) return true;
    engine._report("policy-shut", waiting);
  };
}
