import { isAsked } from "../lib/isAsked.ts";
import type { KeepConfig } from "../core/config/config.ts";
import { OUTBOX } from "../core/config/names.ts";
import { attempt } from "../lib/attempt.ts";
import { hasGpc } from "../lib/hasGpc.ts";
import { randomBytes } from "../lib/randomBytes.ts";
import type { ProofEnv, ProofLog } from "../proof/proofLog.ts";
import { library } from "./library.ts";
import type { Engine, Loadable } from "./engine.ts";
import type { ProofClient } from "./proofClient.ts";

/**
 * What acts on a choice, a grant or a reload of ours, waits no longer than this for its record, in milliseconds. A
 * database that does not open is given up after one second; this is for one that hangs later.
 */
const PATIENCE_MS = 3000;

export function createProofClient(
  engine: Engine,
  { collector }: KeepConfig,
  createLog?: Loadable["proof"],
): ProofClient {
  const { _parts: parts, _env: env, _config: config, _report: report } = engine;
  const { window } = env;
  let loading: Promise<ProofLog> | undefined;
  let sealing: Promise<unknown> | undefined;

  const sealed = (): Promise<unknown> =>
    Promise.race([sealing, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);

  const log = (): Promise<ProofLog> =>
    (loading ??= Promise.resolve(createLog ?? parts._load("proof")).then(
      (create) => create(envOf(engine, collector, mark)),
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
  /** A choice counts without its record: what went wrong is reported already. */
  const quietly = (run: (log: ProofLog) => unknown): Promise<unknown> =>
    log()
      .then(run)
      .catch(() => {});

  return {
    // Not made yet: the first touch of each of the page's stores takes a while on a slow device.
    _prefetch: () => void (createLog ?? parts._load("proof").catch(() => {})), // Reported when it is needed.
    _open: (notice) => void quietly((proof) => proof.open(notice)),
    _append({ state, event, method, source, trusted }, { path, ...shown }, onSealed) {
      const waits = (): void => void (collector && mark(true));
      waits();
      sealing = quietly(async (proof) =>
        onSealed(
          await proof.append({
            event,
            method,
            source,
            // The browser's signal leaves the choice as old as it is; a click before the code has its own time.
            at: source == "gpc" ? env.now() : state.decidedAt!,
            expiresAt: state.expiresAt!,
            controller: config.name,
            // What was not offered is no part of the choice.
            categories: Object.fromEntries(
              Object.entries(state.categories).filter(([id]) => isAsked(state, id)),
            ),
            services: state.services,
            ...shown,
            revision: state.revision,
            page: window.location.origin + path,
            gpc: hasGpc(window.navigator),
            library,
            trusted,
          }),
        ),
      );
      // Again, because another tab may have emptied its outbox meanwhile.
      void sealing.then(waits);
      return sealed();
    },
    _flush: () =>
      sealed().then(() => collector && quietly(async (proof) => mark((await proof.pending()) > 0))),
    records: () => log().then((proof) => proof.records()),
    verify: () => log().then((proof) => proof.verify()),
    export: () => log().then((proof) => proof.export()),
    _destroy: () => void loading?.then((proof) => proof.close()).catch(() => {}),
  };
}

/** What the log needs of the world. */
function envOf(
  { _env: { window, now }, _report: report }: Engine,
  collector: string,
  mark: (waits: boolean) => void,
): ProofEnv {
  return {
    indexedDB: attempt(() => window.indexedDB),
    localStorage: attempt(() => window.localStorage),
    locks: attempt(() => window.navigator.locks),
    fetch: (...request) => window.fetch(...request),
    now,
    random: randomBytes,
    // Against the page's address: a `<base>` that someone pasted must not have the records.
    collector: (collector && attempt(() => new URL(collector, window.location.href).href)) ?? "",
    window,
    report,
    onDelivery: ({ pending }) => mark(pending > 0),
  };
}
