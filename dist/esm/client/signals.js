function createSignals(offered, context, report) {
  const started = /* @__PURE__ */ new Set();
  const call = (signal, verb) => {
    try {
      signal[verb](context);
    } catch (error) {
      report("signal-failed", `${signal.id}: ${String(error)}`);
    }
  };
  return {
    start(config) {
      const wanted = /* @__PURE__ */ new Set([
        ...config.signals,
        ...config.services.flatMap((service) => service.signals ?? [])
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
    }
  };
}

export { createSignals };
