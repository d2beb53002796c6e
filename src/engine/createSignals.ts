import type { GateConfig } from "../core/config/config.ts";
import type { Signal, SignalContext } from "../core/config/parts.ts";
import { isId } from "../lib/isId.ts";
import { keysOf } from "../lib/keysOf.ts";
import { listOf } from "../lib/listOf.ts";
import { own } from "../lib/own.ts";
import { dataLayersOf } from "../core/config/dataLayersOf.ts";
import { signalIds } from "../core/config/signalIds.ts";
import { signalOptions } from "../core/config/signalOptions.ts";
import { headMark } from "../head/headData.ts";
import type { Effects } from "./effect.ts";
import type { Context, EngineBase } from "./engine.ts";
import { reportFindings } from "./reportFindings.ts";

/** The messengers that a configuration asks for, each in its own guard. */
export type Signals = Pick<Effects, "_denySignals" | "_updateSignals">;

/** Those that are there, and the configuration without what needs one that could not be had. */
export interface FetchedSignals {
  readonly _config: GateConfig;
  readonly _offered: readonly Signal[];
}

/** More signals than there are. */
const MOST = 50;

type SignalsEnv = Pick<Context, "_parts" | "_options" | "_env" | "_report" | "_note">;

const wanted = ({ signals, services }: GateConfig): string[] => [
  ...new Set([...signalIds(signals), ...services.flatMap((service) => service.signals ?? [])]),
];

/**
 * Fetches those that are wanted and not there; gives them at once where all are. A tag that does not hear of a
 * refusal assumes a grant: where one cannot be had, the services that name it are left out of the
 * configuration, and where the site names it, that configuration is not usable.
 */
export function fetchSignals(
  config: GateConfig,
  { _parts: parts, _options: options, _env: env, _report: report, _note: note }: SignalsEnv,
): FetchedSignals | Promise<FetchedSignals> {
  const given = own(options, "signals");
  // What may be wrong with them is looked at where mistakes are explained.
  const isOdd =
    listOf(given, MOST)?.some((one) => typeof one != "string" && !own(one, "start")) ??
    keysOf(given).some((id) => !signalOptions(options, id));
  if (isOdd) note();
  const offered = [...(headMark(env.window)?.signals ?? []), ...(parts._signals ?? [])];
  const lacks = (id: string): boolean => !offered.some((signal) => signal.id == id);
  const missing = wanted(config).filter(lacks);
  if (!missing.length) return { _config: config, _offered: offered };
  const files = missing.map((id) =>
    // An id is the name of a file: nothing else is fetched by it.
    (isId(id) ? parts._load(id, "signals/") : Promise.reject(new Error(id))).then(
      (create) => void offered.push(create(signalOptions(options, id))),
      () => report("signal-unavailable", id),
    ),
  );
  return Promise.all(files).then(() => ({
    _offered: offered,
    _config: {
      ...config,
      _usable: config._usable && !signalIds(config.signals).some(lacks),
      services: config.services.filter((service) => !service.signals?.some(lacks)),
    },
  }));
}

export function createSignals(offered: readonly Signal[], base: EngineBase): Signals {
  const { _config: config, _env: env, _store: store, _report: report } = base;
  // Those that the inline head started go on: what they heard is not repeated.
  const head = headMark(env.window);
  let told = head?.told;
  const started = new Set<Signal>(head?.signals);
  for (const signal of offered) reportFindings(signal, `signals.${signal.id}`, report);
  const context: SignalContext = {
    window: env.window as unknown as SignalContext["window"],
    dataLayers: dataLayersOf(config.services),
    permits: base._permits,
  };
  const call = (signal: Signal, verb: "start" | "update"): void => {
    try {
      signal[verb](context);
    } catch (error) {
      report("signal-failed", `${signal.id}: ${String(error)}`);
    }
  };
  const update = (): void => {
    if (told !== store.get()._stored._text) for (const signal of started) call(signal, "update");
    told = undefined;
  };
  return {
    _denySignals({ _step }) {
      if (_step?.lost.length) update();
    },
    _updateSignals({ _step }) {
      if (_step) {
        if (!_step.lost.length) update();
        return;
      }
      for (const id of wanted(config)) {
        const signal = offered.find((one) => one.id == id);
        if (!signal || started.has(signal)) continue;
        started.add(signal);
        call(signal, "start");
      }
      const { decidedAt, lapse } = store.get()._state;
      if (decidedAt ?? lapse) update();
    },
  };
}
