function startServices({
  window,
  services,
  permits,
  load,
  report
}) {
  const started = /* @__PURE__ */ new Map();
  const guard = (service, call) => {
    const { id } = service;
    const context = {
      window,
      script: (url, attributes) => load(url, id, attributes)
    };
    void (async () => service[call]?.(context))().catch(
      (error) => report("service-failed", `${id}: ${String(error)}`)
    );
  };
  return {
    started,
    guard,
    apply() {
      for (const service of services()) {
        const { id } = service;
        if (!permits(id) || started.get(id)) continue;
        const call = started.has(id) ? "grant" : "load";
        started.set(id, true);
        guard(service, call);
      }
    }
  };
}

export { startServices };
