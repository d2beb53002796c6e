import { permits } from '../core/permits.js';
import { signalIds } from '../core/signalIds.js';
import { headMark } from './head/headData.js';

function createSignals(session) {
  const { parts, env, report } = session;
  const head = headMark(env.window);
  let told = head?.told;
  const offered = [...head?.signals ?? [], ...parts.signals];
  const started = new Set(head?.signals);
  const context = {
    window: env.window,
    permits: (ids) => permits(session.state, ids)
  };
  const wanted = ({ signals, services }) => [
    .../* @__PURE__ */ new Set([...signalIds(signals), ...services.flatMap((service) => service.signals ?? [])])
  ];
  const find = (id) => offered.find((one) => one.id == id);
  const call = (signal, verb) => {
    try {
      signal[verb](context);
    } catch (error) {
      report("signal-failed", `${signal.id}: ${String(error)}`);
    }
  };
  const update = () => {
    if (told !== session.seen) for (const signal of started) call(signal, "update");
    told = void 0;
  };
  return {
    fetch(config) {
      const missing = wanted(config).filter((id) => !find(id));
      if (!missing.length) return void 0;
      const files = missing.map(
        (id) => parts.load(id, "signals/").then(
          (create) => void offered.push(create()),
          () => report("signal-unavailable", id)
        )
      );
      return Promise.all(files).then(() => {
        const lost = (id) => !find(id);
        const { usable, signals, services } = config;
        return {
          ...config,
          usable: usable && !signalIds(signals).some(lost),
          services: services.filter((service) => !service.signals?.some(lost))
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
    update
  };
}

export { createSignals };
