import type { KeepConfig } from "../core/config.ts";
import { type Ledger, type Session } from "./session.ts";
/** What follows once consent is gone. */
export interface Withdrawal {
    /** The services' own calls, before anything is erased, so that they do not write it again. */
    revoke(lost: readonly string[]): void;
    /** Tells, erases, and reloads where something that ran cannot be silenced. */
    withdraw(lost: readonly string[]): Promise<void>;
    /** Finishes what a reload cut short, erases what an outdated consent left, sends what waits. */
    tidyUp(): void;
    destroy(): void;
}
export declare function createWithdrawal(session: Session, keep: KeepConfig, ledger: Ledger): Withdrawal;
