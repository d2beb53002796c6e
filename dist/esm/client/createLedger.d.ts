import type { KeepConfig } from "../core/config.ts";
import { type Ledger, type Loadable, type Session } from "./session.ts";
export declare function createLedger(session: Session, { collector }: KeepConfig, createLog?: Loadable["proof"]): Ledger;
