import type { GateConfig } from "../core/config.ts";
import type { Session } from "./session.ts";
/** The messengers that a configuration asks for, each in its own guard. */
export interface Signals {
    /** Fetches those that are wanted and not there; nothing to wait for where all are. */
    fetch(config: GateConfig): Promise<void> | undefined;
    /** Queues the denied defaults of those wanted and not started yet. */
    start(config: GateConfig): void;
    update(): void;
}
export declare function createSignals({ parts, env, report }: Session, own: Pick<Session, "state">): Signals;
