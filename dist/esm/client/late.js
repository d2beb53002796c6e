import { createLateEvents } from '../gate/lateEvents.js';
import { createLoadScript } from '../gate/loadScript.js';
import { hasGpc } from '../lib/hasGpc.js';
import { own } from '../lib/own.js';
import { fetchCatalogue } from './fetchCatalogue.js';
import { createSignals } from './signals.js';
import { startServices } from './startServices.js';

const late = (session, files) => {
  const { env, gate, end, permits, report } = session;
  const { window, document } = env;
  if (document.prerendering) {
    const go = () => late(session, files);
    document.addEventListener("prerenderingchange", go, { once: true, signal: end.signal });
    return;
  }
  gate.queue.late ??= createLateEvents(window, () => document.readyState);
  if (session.ready) return gate.queue.pump();
  session.running = startServices({
    window,
    services: () => session.config.services,
    permits,
    load: createLoadScript(gate, document, end.signal),
    report
  });
  session.signals = createSignals(session);
  const moves = own(session.options, "migrate") ? arrive(session) : void 0;
  const missing = files.length ? fetchAll(session, files) : fetchSignals(session);
  if (moves || missing) {
    void Promise.all([moves, missing]).then(([find]) => resume(session, find));
  } else resume(session);
};
async function fetchAll(session, files) {
  const { report, parts, options } = session;
  session.config = await fetchCatalogue(session.config, files, {
    report,
    onMistakes: (made) => void parts.load("extra").then(({ explainCatalogue }) => explainCatalogue(options, made, report)).catch(() => report("internal"))
  });
  await fetchSignals(session);
}
const fetchSignals = (session) => session.signals?.fetch(session.config)?.then((complete) => void (session.config = complete));
async function arrive(session) {
  try {
    return await (await session.parts.load("arrive"))(session);
  } catch {
    session.report("ui-unavailable", "arrive");
    return void 0;
  }
}
function resume(session, find) {
  session.read();
  session.arrive = find?.();
  const waits = session.state.pending.length && !session.arrive;
  if (waits && hasGpc(session.env.window.navigator)) {
    void session.withDecider((made) => made.heedGpc()).then(session.settle);
  } else session.settle();
}

export { late };
