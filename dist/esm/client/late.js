import { createLateEvents } from '../gate/lateEvents.js';
import { hasGpc } from '../lib/hasGpc.js';
import { fetchCatalogue } from './fetchCatalogue.js';
import { createSignals } from './signals.js';

const late = (session, files, settle) => {
  const { window, document } = session.env;
  session.gate.late = createLateEvents(window, () => document.readyState);
  session.signals = createSignals(session);
  const missing = files.length ? fetchAll(session, files) : session.signals.fetch(session.config);
  if (missing) void missing.then(() => resume(session, settle));
  else resume(session, settle);
};
async function fetchAll(session, files) {
  session.config = await fetchCatalogue(session.config, files, session);
  await session.signals?.fetch(session.config);
}
function resume(session, settle) {
  session.read();
  const heeds = session.state.pending.length && hasGpc(session.env.window.navigator);
  if (heeds) void session.withDecider((made) => made.heedGpc()).then(settle);
  else settle();
}

export { late };
