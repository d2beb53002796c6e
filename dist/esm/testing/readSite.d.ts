import type { GateConfig, KeepConfig } from "../core/config.ts";
import type { Options } from "../core/options.ts";
/** A configuration as the page understands it. */
export type Site = GateConfig & KeepConfig;
/**
 * Reads a site's configuration. In a test a mistake in it is worth stopping for: another configuration
 * than the page's would judge another page.
 * @throws Error that names the mistakes.
 */
export declare function readSite(options: Options): Site;
