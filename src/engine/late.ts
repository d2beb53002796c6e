import { createLate } from "../gate/createLate.ts";
import { createLoadScript } from "../gate/loadScript.ts";
import { hasGpc } from "../lib/hasGpc.ts";
import { own } from "../lib/own.ts";
import { fetchCatalogue } from "./fetchCatalogue.ts";
import type { Late, Session } from "./session.ts";
import { createSignals } from "./signals.ts";
import { startServices } from "./startServices.ts";

/** Needed where something is to be done before the gate may open, a service has code, or the page is parsed. */
export const late: Late = (session, files) => {
  const { env, gate, end, permits, report } = session;
  const { window, document } = env;
  // Nobody has opened a prerendered page yet: nothing is shown, sealed or released.
  if ((document as { prerendering?: boolean }).prerendering) {
    const go = (): void => late(session, files);
    document.addEventListener("prerenderingchange", go, { once: true, signal: end.signal });
    return;
  }
  gate.queue.late ??= createLate(window, document);
  // Asked for by the queue: there was nothing else to wait for.
  if (session.ready) return gate.queue.pump();
  session.running = startServices({
    window,
    services: () => session.config.services,
    permits,
    load: createLoadScript(gate, document, end.signal, session.parts.nonce),
    report,
  });
  session.signals = createSignals(session);
  const moves = own(session.options, "migrate") ? arrive(session) : undefined;
  const missing = files.length ? fetchAll(session, files) : fetchSignals(session);
  // Each wait costs a returning visitor time: none where there is nothing to wait for.
  if (moves || missing) {
    void Promise.all([moves, missing]).then(([find]) => resume(session, find));
  } else resume(session);
};

async function fetchAll(
  session: Session,
  files: Parameters<typeof fetchCatalogue>[1],
): Promise<void> {
  const { report, parts, options } = session;
  session.config = await fetchCatalogue(session.config, files, {
    report,
    onMistakes: (made) =>
      void parts
        .load("extra")
        .then(({ explainCatalogue }) => explainCatalogue(options, made, report))
        .catch(() => report("internal")),
  });
  await fetchSignals(session);
}

const fetchSignals = (session: Session): Promise<void> | undefined =>
  session.signals?.fetch(session.config)?.then((complete) => void (session.config = complete));

/** Gives what finds a choice that was made with another tool. */
async function arrive(session: Session): Promise<(() => Session["arrive"]) | undefined> {
  try {
    return await (
      await session.parts.load("arrive")
    )(session);
  } catch {
    session.report("ui-unavailable", "arrive"); // The visitor is asked.
    return undefined;
  }
}

/** The visitor's own choice counts first, here or elsewhere; the browser's signal speaks where there is none. */
function resume(session: Session, find?: () => Session["arrive"]): void {
  session.read();
  session.arrive = find?.();
  const waits = session.state.pending.length && !session.arrive;
  if (waits && hasGpc(session.env.window.navigator)) {
    void session.withDecider((made) => made.heedGpc()).then(session.settle);
  } else session.settle();
}
