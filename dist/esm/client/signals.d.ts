import type { GateConfig } from "../core/config.ts";
import type { Signal, SignalContext } from "../core/parts.ts";
import type { ProblemCode } from "../core/problem.ts";
/** The messengers that a configuration asks for, each in its own guard. */
export interface Signals {
    /** Queues the denied defaults of those wanted and not started yet. */
    start(config: GateConfig): void;
    update(): void;
}
export declare function createSignals(offered: readonly Signal[], context: SignalContext, report: (code: ProblemCode, at?: string) => void): Signals;
