import type { GateConfig } from "../core/config/config.ts";
import type { Signal, SignalContext } from "../core/config/parts.ts";
import { signalIds } from "../core/config/signalIds.ts";
import { headMark } from "../head/headData.ts";
import type { Effects } from "./effect.ts";
import type { EngineBase, Parts } from "./engine.ts";
import type { Reporter } from "./reporter.ts";

/** The messengers that a configuration asks for, each in its own guard. */
export type Signals = Pick<Effects, "_denySignals" | "_updateSignals">;

/** Those that are there, and the configuration without what needs one that could not be had. */
export interface FetchedSignals {
  readonly _config: GateConfig;
  readonly _offered: readonly Signal[];
}

const wanted = ({ signals, services }: GateConfig): string[] => [
  ...new Set([...signalIds(signals), ...services.flatMap((service) => service.signals ?? [])]),
];

/**
 * Fetches those that are wanted and not there; gives them at once where all are. A tag that is not told of a
 * refusal assumes a grant: where one cannot be had, the services that name it are left out of the
 * configuration, and where the site names it, that configuration is not usable.
 */
export function fetchSignals(
  config: GateConfig,
  parts: Pick<Parts, "load" | "signals">,
  window: Window,
  report: Reporter["_report"],
): FetchedSignals | Promise<FetchedSignals> {
  const offered = [...(headMark(window)?.signals ?? []), ...parts.signals];
  const lacks = (id: string): boolean => !offered.some((signal) => signal.id == id);
  const missing = wanted(config).filter(lacks);
  if (!missing.length) return { _config: config, _offered: offered };
  const files = missing.map((id) =>
    parts.load(id, "signals/").then(
      (create) => void offered.push(create()),
      () => report("signal-unavailable", id),
    ),
  );
  return Promise.all(files).then(() => ({
    _offered: offered,
    _config: {
      ...config,
      usable: config.usable && !signalIds(config.signals).some(lacks),
      services: config.services.filter((service) => !service.signals?.some(lacks)),
    },
  }));
}

export function createSignals(offered: readonly Signal[], base: EngineBase): Signals {
  const { _config: config, _env: env, _store: store, _report: report } = base;
  // Those that the inline head started go on: what they were told is not told again.
  const head = headMark(env.window);
  let told = head?.told;
  const started = new Set<Signal>(head?.signals);
  const context: SignalContext = {
    window: env.window as unknown as SignalContext["window"],
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
    if (told !== store.get().stored.text) for (const signal of started) call(signal, "update");
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
      if (store.get().state.subjectId) update();
    },
  };
}
