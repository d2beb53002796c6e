import type { SeenRequest, Snapshot, Watch, WatchOptions } from "./watch.ts";
/** What a witness knows of a request; the rest follows from the site's configuration. */
export type RawRequest = Omit<SeenRequest, "host" | "services">;
/** Where a watch has its knowledge from. */
export interface Witness {
    /** Requests since its making or the last `clear`. */
    requests(): readonly RawRequest[];
    clear(): void;
    snapshot(): Promise<Snapshot>;
    /** Texts of the choice cookie that are there. */
    choice(): Promise<string[]>;
    /** Hosts of the site itself. */
    pages(): readonly string[];
    /** Does what visitors do before they decide: scripts often wait for the first sign of life. */
    stir(): Promise<void>;
    press(button: "accept-all" | "reject-all"): Promise<unknown>;
    stop(): void;
}
/** Makes a watch of what a witness saw. */
export declare function createWatch(witness: Witness, options: WatchOptions): Promise<Watch>;
