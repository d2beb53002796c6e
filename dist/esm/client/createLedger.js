import { attempt } from '../lib/attempt.js';
import { hasGpc } from '../lib/hasGpc.js';
import { randomBytes } from '../lib/randomBytes.js';
import { library } from './library.js';
import { PENDING } from './session.js';

const LONGEST = 300;
function createLedger(session, { collector }, createLog) {
  const { parts, env, config, report } = session;
  const { window } = env;
  let loading;
  const log = () => loading ??= Promise.resolve(createLog ?? parts.load("proof")).then(
    (create) => create({
      indexedDB: attempt(() => window.indexedDB),
      localStorage: attempt(() => window.localStorage),
      locks: attempt(() => window.navigator.locks),
      fetch: (...request) => window.fetch(...request),
      now: env.now,
      random: randomBytes,
      collector,
      window,
      report,
      onDelivery: ({ pending }) => mark(pending > 0)
    }),
    (error) => {
      loading = void 0;
      report("proof-unavailable");
      throw error;
    }
  );
  const mark = (waits) => (
    // Where it is denied, what waits is sent with the next decision.
    attempt(
      () => waits ? window.localStorage.setItem(PENDING, "") : window.localStorage.removeItem(PENDING)
    )
  );
  const quietly = (run) => log().then(run).catch(() => {
  });
  return {
    // Not made yet: the first touch of each of the page's stores takes a while on a slow device.
    prefetch: () => void (createLog ?? parts.load("proof").catch(() => {
    })),
    // Told when it is needed.
    open: (notice) => void quietly((proof) => proof.open(notice)),
    append({ state, event, method, source, trusted }, notice, language) {
      const waits = () => void (collector && mark(true));
      waits();
      const sealed = quietly(
        (proof) => proof.append({
          subject: state.subjectId,
          event,
          method,
          source,
          at: state.decidedAt,
          expiresAt: state.expiresAt,
          controller: config.name,
          categories: state.categories,
          services: state.services,
          notice,
          language,
          revision: state.revision,
          page: window.location.origin + window.location.pathname,
          gpc: hasGpc(window.navigator),
          library,
          trusted
        })
      );
      void sealed.then(waits);
      return Promise.race([sealed, new Promise((resolve) => setTimeout(resolve, LONGEST))]);
    },
    flush: async () => collector && quietly(async (proof) => mark(await proof.pending() > 0)),
    records: () => log().then((proof) => proof.records()),
    verify: () => log().then((proof) => proof.verify()),
    export: () => log().then((proof) => proof.export()),
    destroy: () => void loading?.then((proof) => proof.close()).catch(() => {
    })
  };
}

export { createLedger };
