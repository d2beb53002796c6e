import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface DatadogRumOptions extends ServiceOptions {
    /** Application id, a UUID. Absent, or without `clientToken`: the page's own markup starts it. */
    id?: string;
    /** Client token, `pub…`. */
    clientToken?: string;
    /** Datadog site. Default `"datadoghq.eu"`. */
    site?: "datadoghq.com" | "datadoghq.eu" | "us3.datadoghq.com" | "us5.datadoghq.com" | "ap1.datadoghq.com";
    /** Further options of `DD_RUM.init`. */
    config?: Record<string, unknown>;
}
/**
 * Datadog Real User Monitoring by its asynchronous CDN script.
 *
 * @confidence high
 * @source DataDog/browser-sdk@b2344e747 source
 * @source tracker-radar crawl of November 2024
 */
export declare function datadogRum(options?: DatadogRumOptions): Service;
export default datadogRum;
