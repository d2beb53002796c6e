/** Turns page-authored text into what a script sink accepts. */
export interface TrustedPolicy {
    createScriptURL(text: string): string;
    createScript(text: string): string;
}
/** Lets every text pass as it is. */
export declare const plain: TrustedPolicy;
/**
 * The one Trusted Types policy, named `consentry`. It passes only what the page's author wrote into
 * gated markup or a service file: the value never comes from a text, a cookie or the network.
 * Where a site's CSP does not list the name, the sinks refuse and the script stays shut.
 */
export declare function trustedPolicy(window: object): TrustedPolicy;
