import type { Session, Signals } from "./session.ts";
export declare function createSignals(session: Session): Signals;
