import type { Loadable } from "../client/session.ts";
export declare const ask: Omit<Loadable, "late">;
