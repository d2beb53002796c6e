import type { ProblemCode } from "../core/problem.ts";
import type { Service } from "../core/service.ts";
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
export declare function startServices({ window, services, permits, load, report, }: StartEnv): RunningServices;
