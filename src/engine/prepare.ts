import type { GateConfig } from "../core/config/config.ts";
import { createLate } from "../gate/createLate.ts";
import { createSingleLoads } from "../gate/createSingleLoads.ts";
import { hasGpc } from "../lib/hasGpc.ts";
import { own } from "../lib/own.ts";
import type {
  Context,
  EngineBase,
  Equipment,
  Migrating,
  Preparation,
  ServiceFile,
} from "./engine.ts";
import { createServiceRunner } from "./createServiceRunner.ts";
import { createStubs } from "./createStubs.ts";
import { createSignals, fetchSignals, type FetchedSignals } from "./createSignals.ts";
import type { Signal } from "../core/config/parts.ts";
import { fetchCatalogue } from "./fetchCatalogue.ts";
import { reportFindings } from "./reportFindings.ts";

const prepare: Preparation["_prepare"] = (context, config, files, done) => {
  const { _env: env, _end: end, _options: options } = context;
  const { document } = env;
  // No one has opened a prerendered page yet: nothing is shown, sealed or released.
  if ((document as { prerendering?: boolean }).prerendering) {
    const go = (): void => prepare(context, config, files, done);
    document.addEventListener("prerenderingchange", go, { once: true, signal: end.signal });
    return;
  }
  const migrating = own(options, "migrate") ? loadMigrate(context, config) : undefined;
  const fetched = files.length ? fetchAll(context, config, files) : fetchSignals(config, context);
  const complete = ({ _config, _offered }: FetchedSignals, found?: Migrating): void =>
    done(_config, (base) => equip(base, _offered, found));
  // Each wait costs a returning visitor time: none where there is nothing to wait for. (Not by `instanceof`: what an async
  // function gives is none of a page's own `Promise`, as zone.js has one.)
  if (!migrating && /* @__KEY__ */ "_offered" in fetched) complete(fetched);
  else void Promise.all([fetched, migrating]).then(([all, found]) => complete(all, found));
};

/** Needed where something is to be done before the gate may open, or a service has code. */
export const preparation: Preparation = { _prepare: prepare };

function equip(
  base: EngineBase,
  offered: readonly Signal[],
  migrating: Migrating | undefined,
): Equipment {
  const { window, document, _patience } = base._env;
  const services = createServiceRunner(base);
  const signals = createSignals(offered, base);
  const placeStubs = createStubs(base);
  return {
    _denySignals(change) {
      void signals._denySignals(change);
      placeStubs();
    },
    _updateSignals(change) {
      void signals._updateSignals(change);
      placeStubs();
    },
    _services: services,
    _startServices: services._start,
    _observe(root) {
      // Before the gate's own observer: it finds what this has marked.
      const calls = [migrating?._translate(root), base._gate._observe(root)];
      return () => calls.forEach((call) => call?.());
    },
    _open(engine, start) {
      const late = createLate(window, document, _patience);
      base._gate._queue._useLate(createSingleLoads(late, document, services._loads, base._report));
      // The visitor's own choice counts first, here or elsewhere; the browser's signal speaks where there is none.
      const take = migrating?._find(engine);
      if (!take && base._store.get()._state.pending.length && hasGpc(window.navigator)) {
        void engine._decisions._use((it) => void it._heedGpc()).then(() => start());
      } else start(take);
    },
  };
}

async function fetchAll(
  context: Context,
  config: GateConfig,
  files: readonly ServiceFile[],
): Promise<FetchedSignals> {
  const { _parts: parts, _options: options, _report: report } = context;
  const complete = await fetchCatalogue(config, files, {
    report,
    onMistakes: (made) =>
      void parts
        ._load("diagnostics")
        .then(({ _explainCatalogue: explainCatalogue }) => explainCatalogue(options, made, report))
        // What is known without it.
        .catch(() => made.forEach(([id, one]) => reportFindings(one, `services.${id}`, report))),
  });
  return fetchSignals(complete, context);
}

async function loadMigrate(context: Context, config: GateConfig): Promise<Migrating | undefined> {
  try {
    return await (
      await context._parts._load("migrate")
    )(context, config);
  } catch {
    context._report("ui-unavailable", "migrate"); // The visitor is asked.
    return undefined;
  }
}
