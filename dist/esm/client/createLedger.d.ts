import type { KeepConfig } from "../core/config.ts";
import { type Ledger, type Session } from "./session.ts";
export declare function createLedger(session: Session, { collector }: KeepConfig): Ledger;
