import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface NewRelicOptions extends ServiceOptions {
    /** True: the agent waits for consent, which is told by `newrelic.consent()`. */
    consentMode?: boolean;
}
/**
 * New Relic Browser. It is mostly injected by the server, so its own consent mode is the gate:
 * switch `browser_consent_mode` on in the agent and set `consentMode`.
 *
 * @confidence high
 * @source newrelic/newrelic-browser-agent@df7260404 source
 * @source tracker-radar crawl of November 2024
 */
export declare function newRelic(options?: NewRelicOptions): Service;
export default newRelic;
