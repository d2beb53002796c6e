import { createLateEvents } from "../gate/lateEvents.ts";
import { hasGpc } from "../lib/hasGpc.ts";
import { fetchCatalogue } from "./fetchCatalogue.ts";
import type { Late, Session } from "./session.ts";
import { createSignals } from "./signals.ts";

/** Needed where something is to be done before the gate may open, or the page is parsed already. */
export const late: Late = (session, files, settle) => {
  const { window, document } = session.env;
  session.gate.late = createLateEvents(window, () => document.readyState);
  session.signals = createSignals(session);
  const missing = files.length ? fetchAll(session, files) : session.signals.fetch(session.config);
  // Each wait costs a returning visitor time: none where there is nothing to wait for.
  if (missing) void missing.then(() => resume(session, settle));
  else resume(session, settle);
};

async function fetchAll(
  session: Session,
  files: Parameters<typeof fetchCatalogue>[1],
): Promise<void> {
  session.config = await fetchCatalogue(session.config, files, session);
  await session.signals?.fetch(session.config);
}

/** The visitor's own choice counts first; the browser's signal speaks where there is none. */
function resume(session: Session, settle: () => void): void {
  session.read();
  const heeds = session.state.pending.length && hasGpc(session.env.window.navigator);
  if (heeds) void session.withDecider((made) => made.heedGpc()).then(settle);
  else settle();
}
