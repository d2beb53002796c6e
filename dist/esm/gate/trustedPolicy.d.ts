/** Turns page-authored text into what a script sink accepts. */
export interface TrustedPolicy {
    createScriptURL(text: string): string;
    createScript(text: string): string;
}
/** Turns it by the sink's own kind. */
export type Trust = (sink: keyof TrustedPolicy, text: string) => string;
/**
 * The one Trusted Types policy, named `consentry`. It passes only what the page's author wrote into
 * gated markup or a service file: the value never comes from a text, a cookie or the network.
 * Where a site's CSP does not list the name, the sinks refuse and the script stays shut.
 */
export declare function trustedPolicy(window: object): TrustedPolicy;
