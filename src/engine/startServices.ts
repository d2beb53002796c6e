import type { ProblemCode } from "../core/problems/problem.ts";
import type { Service, ServiceContext } from "../core/config/service.ts";
import type { LoadScript } from "../gate/loadScript.ts";

/** What starting services needs. */
export interface StartEnv {
  window: Window;
  services: () => readonly Service[];
  permits: (id: string) => boolean;
  load: LoadScript;
  report: (code: ProblemCode, at?: string) => void;
}

/** The services that bring their own loader. */
export interface RunningServices {
  /** Starts what is permitted and not started; tells the others of their new grant. */
  apply(): void;
  /** Runs a service's own call in a guard: one vendor's error starves nobody. */
  guard(service: Service, call: "load" | "grant" | "revoke"): void;
  /** Ids of services that were started, and whether they were told of a withdrawal since. */
  readonly started: Map<string, boolean>;
}

export function startServices({
  window,
  services,
  permits,
  load,
  report,
}: StartEnv): RunningServices {
  const started = new Map<string, boolean>();
  const guard = (service: Service, call: "load" | "grant" | "revoke"): void => {
    const { id } = service;
    const context: ServiceContext = {
      window: window as unknown as ServiceContext["window"],
      script: (url, attributes) => load(url, id, attributes),
    };
    // Called at once; `async` turns what it throws into a rejection.
    void (async () => service[call]?.(context))().catch((error: unknown) =>
      report("service-failed", `${id}: ${String(error)}`),
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
    },
  };
}
