import type { KeepConfig } from "../core/config/config.ts";
import { OUTBOX } from "../core/config/names.ts";
import { attempt } from "../lib/attempt.ts";
import { hasGpc } from "../lib/hasGpc.ts";
import { randomBytes } from "../lib/randomBytes.ts";
import type { ProofLog } from "../proof/proofLog.ts";
import { library } from "./library.ts";
import type { Engine, Loadable } from "./engine.ts";
import type { ProofClient } from "./proofClient.ts";

/** The visitor's choice waits no longer than this for the disk, in milliseconds. */
const TIMEOUT_MS = 300;

export function createProofClient(
  { _parts: parts, _env: env, _config: config, _report: report }: Engine,
  { collector }: KeepConfig,
  createLog?: Loadable["proof"],
): ProofClient {
  const { window } = env;
  let loading: Promise<ProofLog> | undefined;

  const log = (): Promise<ProofLog> =>
    (loading ??= Promise.resolve(createLog ?? parts._load("proof")).then(
      (create) =>
        create({
          indexedDB: attempt(() => window.indexedDB),
          localStorage: attempt(() => window.localStorage),
          locks: attempt(() => window.navigator.locks),
          fetch: (...request) => window.fetch(...request),
          now: env.now,
          random: randomBytes,
          // Against the page's address: a `<base>` that somebody pasted must not have the records.
          collector:
            (collector && attempt(() => new URL(collector, window.location.href).href)) ?? "",
          window,
          report,
          onDelivery: ({ pending }) => mark(pending > 0),
        }),
      (error: unknown) => {
        loading = undefined; // The next decision tries again.
        report("proof-unavailable");
        throw error;
      },
    ));
  /** Tells the next page whether records wait, so that it need not open the database to know. */
  const mark = (waits: boolean): void =>
    // Where it is denied, what waits is sent with the next decision.
    attempt(() =>
      waits ? window.localStorage.setItem(OUTBOX, "") : window.localStorage.removeItem(OUTBOX),
    );
  /** A choice counts without its record: what went wrong is told already. */
  const quietly = (run: (log: ProofLog) => unknown): Promise<unknown> =>
    log()
      .then(run)
      .catch(() => {});

  return {
    // Not made yet: the first touch of each of the page's stores takes a while on a slow device.
    _prefetch: () => void (createLog ?? parts._load("proof").catch(() => {})), // Told when it is needed.
    _open: (notice) => void quietly((proof) => proof.open(notice)),
    _append({ state, event, method, source, trusted }, shown, onSealed) {
      const waits = (): void => void (collector && mark(true));
      waits();
      const sealed = quietly(async (proof) =>
        onSealed(
          await proof.append({
            event,
            method,
            source,
            at: state.decidedAt!,
            expiresAt: state.expiresAt!,
            controller: config.name,
            categories: state.categories,
            services: state.services,
            ...shown,
            revision: state.revision,
            page: window.location.origin + window.location.pathname,
            gpc: hasGpc(window.navigator),
            library,
            trusted,
          }),
        ),
      );
      // Again, because another tab may have emptied its outbox meanwhile.
      void sealed.then(waits);
      return Promise.race([sealed, new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS))]);
    },
    _flush: async () => collector && quietly(async (proof) => mark((await proof.pending()) > 0)),
    records: () => log().then((proof) => proof.records()),
    verify: () => log().then((proof) => proof.verify()),
    export: () => log().then((proof) => proof.export()),
    _destroy: () => void loading?.then((proof) => proof.close()).catch(() => {}),
  };
}
