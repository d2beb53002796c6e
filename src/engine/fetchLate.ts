import type { Late } from "../gate/createLate.ts";
import type { Engine } from "./engine.ts";

/**
 * Fetches ahead what a grant will need: a click must not wait for it, nor do without it where the network is gone by then.
 *
 * @returns hands it to the queue, where it has come: else what starts would wait for it behind whatever comes first
 */
export function fetchLate({ _gate: gate, _parts: parts, _env: env }: Engine): () => void {
  const { _queue: queue } = gate;
  const { window, document, _patience } = env;
  let late: Late | undefined;
  if (gate._items().length && !queue._late) {
    void parts._load("late").then(
      (createLate) => (late = createLate(window, document, _patience)),
      () => {}, // Asked for again when it is needed.
    );
  }
  return () => {
    if (late && document.readyState != "loading") queue._useLate(late);
  };
}
