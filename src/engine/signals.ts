import type { GateConfig } from "../core/config/config.ts";
import type { Signal, SignalContext } from "../core/config/parts.ts";
import { permits } from "../core/choice/permits.ts";
import { signalIds } from "../core/config/signalIds.ts";
import { headMark } from "../head/headData.ts";
import type { Session, Signals } from "./session.ts";

export function createSignals(session: Session): Signals {
  const { parts, env, report } = session;
  // Those that the inline head started go on: what they were told is not told again.
  const head = headMark(env.window);
  let told = head?.told;
  const offered = [...(head?.signals ?? []), ...parts.signals];
  const started = new Set<Signal>(head?.signals);
  const context: SignalContext = {
    window: env.window as unknown as SignalContext["window"],
    permits: (ids) => permits(session.state, ids),
  };
  const wanted = ({ signals, services }: GateConfig): string[] => [
    ...new Set([...signalIds(signals), ...services.flatMap((service) => service.signals ?? [])]),
  ];
  const find = (id: string): Signal | undefined => offered.find((one) => one.id == id);
  const call = (signal: Signal, verb: "start" | "update"): void => {
    try {
      signal[verb](context);
    } catch (error) {
      report("signal-failed", `${signal.id}: ${String(error)}`);
    }
  };
  const update = (): void => {
    if (told !== session.seen) for (const signal of started) call(signal, "update");
    told = undefined;
  };
  return {
    fetch(config) {
      const missing = wanted(config).filter((id) => !find(id));
      if (!missing.length) return undefined;
      const files = missing.map((id) =>
        parts.load(id, "signals/").then(
          (create) => void offered.push(create()),
          () => report("signal-unavailable", id),
        ),
      );
      return Promise.all(files).then(() => {
        const lost = (id: string): boolean => !find(id);
        const { usable, signals, services } = config;
        return {
          ...config,
          usable: usable && !signalIds(signals).some(lost),
          services: services.filter((service) => !service.signals?.some(lost)),
        };
      });
    },
    start() {
      for (const id of wanted(session.config)) {
        const signal = find(id);
        if (!signal || started.has(signal)) continue;
        started.add(signal);
        call(signal, "start");
      }
      if (session.state.subjectId) update();
    },
    update,
  };
}
