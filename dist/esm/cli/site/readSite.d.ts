import type { Config, GateConfig } from "../../core/config.ts";
/** A site's configuration file, with the services of the catalogue that it names. */
export interface Site {
    /** As the file has it. */
    options: Readonly<Record<string, unknown>>;
    /** What deciding and gating know of it. */
    gate: GateConfig;
    /** The same with what is shown. */
    config: Config;
    /** Ids of the signals that the configuration and its services name. */
    signals: readonly string[];
}
/**
 * Reads the file that a page takes by `data-config`, or takes what it holds. Every mistake that a page would tell as a problem
 * ends the command: what is generated must not lack what the site believes to be in it.
 */
export declare function readSite(source: string | object | undefined): Promise<Site>;
