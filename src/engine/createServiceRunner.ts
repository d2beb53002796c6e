import type { Service, ServiceContext } from "../core/config/service.ts";
import { createLoadScript } from "../gate/loadScript.ts";
import type { EngineBase } from "./engine.ts";
import type { ServiceRunner } from "./serviceRunner.ts";

export function createServiceRunner(base: EngineBase): ServiceRunner {
  const { _config: config, _env: env, _permits: permits, _report: report } = base;
  const loaded = new Set<Element>();
  const loadScript = createLoadScript(
    base._gate,
    env.document,
    base._end.signal,
    base._parts._nonce,
    loaded,
  );
  const started = new Map<string, boolean>();
  /** Runs a service's own call in a guard: one vendor's error starves no one. */
  const guard = (service: Service, call: "load" | "grant" | "revoke"): void => {
    const { id } = service;
    const context: ServiceContext = {
      window: env.window as unknown as ServiceContext["window"],
      script: (url, attributes) => loadScript(url, id, attributes),
    };
    // Called at once; `async` turns what it throws into a rejection.
    void (async () => service[call]?.(context))().catch((error: unknown) =>
      report("service-failed", `${id}: ${String(error)}`),
    );
  };
  return {
    _started: started,
    _loads: (held) => loaded.has(held),
    _revoke(service) {
      if (started.has(service.id)) started.set(service.id, false);
      guard(service, "revoke");
    },
    _start() {
      for (const service of config.services) {
        const { id } = service;
        if (!permits(id) || started.get(id)) continue;
        const call = started.has(id) ? "grant" : "load";
        started.set(id, true);
        guard(service, call);
      }
    },
  };
}
