import type { GateConfig } from "../core/config.ts";
import type { Signal, SignalContext } from "../core/parts.ts";
import type { ProblemCode } from "../core/problem.ts";

/** The messengers that a configuration asks for, each in its own guard. */
export interface Signals {
  /** Queues the denied defaults of those wanted and not started yet. */
  start(config: GateConfig): void;
  update(): void;
}

export function createSignals(
  offered: readonly Signal[],
  context: SignalContext,
  report: (code: ProblemCode, at?: string) => void,
): Signals {
  const started = new Set<Signal>();
  const call = (signal: Signal, verb: "start" | "update"): void => {
    try {
      signal[verb](context);
    } catch (error) {
      report("signal-failed", `${signal.id}: ${String(error)}`);
    }
  };
  return {
    start(config) {
      const wanted = new Set([
        ...config.signals,
        ...config.services.flatMap((service) => service.signals ?? []),
      ]);
      for (const id of wanted) {
        const signal = offered.find((one) => one.id == id);
        if (!signal) report("signal-unavailable", id);
        else if (!started.has(signal)) {
          started.add(signal);
          call(signal, "start");
        }
      }
    },
    update() {
      for (const signal of started) call(signal, "update");
    },
  };
}
