import type { Arrive } from "./session.ts";
/** Fetches what reads another tool's choice, by its id. */
export type LoadMigration = (id: string) => Promise<(options: never) => unknown>;
/**
 * Makes what takes over from another consent tool. It runs before the gate opens: translates that tool's
 * markup, and gives what imports the visitor's choice, once, when nothing is stored here.
 */
export declare function createArrive(loadMigration: LoadMigration): Arrive;
