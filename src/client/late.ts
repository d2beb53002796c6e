import { createLateEvents } from "../gate/lateEvents.ts";
import { fetchCatalogue } from "./fetchCatalogue.ts";
import type { Late } from "./session.ts";
import { createSignals } from "./signals.ts";

/** Needed where something is to be fetched before the gate may open, or the page is parsed already. */
export const late: Late = {
  createLateEvents,
  createSignals,
  complete(session, files) {
    const { config, signals } = session;
    if (!files.length) return signals?.fetch(config)?.then(() => config);
    return fetchCatalogue(config, files, session).then(async (complete) => {
      await signals?.fetch(complete);
      return complete;
    });
  },
};
