import { attempt } from "../lib/attempt.ts";

/** Turns page-authored text into what a script sink accepts. */
export interface TrustedPolicy {
  createHTML(text: string): string;
  createScriptURL(text: string): string;
  createScript(text: string): string;
}

/** Turns it by the sink's own kind. */
export type Trust = (sink: keyof TrustedPolicy, text: string) => string;

interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: Record<keyof TrustedPolicy, (text: string) => string>,
  ): TrustedPolicy;
}

/** Lets every text pass as it is. */
const plain: TrustedPolicy = { createHTML: String, createScriptURL: String, createScript: String };

/**
 * The one Trusted Types policy, named `consentry`. It passes only what the page's author wrote into
 * gated markup or a service file: the value never comes from a text, a cookie or the network.
 * Where a site's CSP does not list the name, the sinks refuse and the script stays blocked.
 */
export function trustedPolicy(window: object): TrustedPolicy {
  const made = (): TrustedPolicy =>
    (window as { trustedTypes: TrustedTypesFactory }).trustedTypes.createPolicy("consentry", plain);
  // Not known to the browser, not listed in the site's CSP, or made by another copy.
  return attempt(made) ?? plain;
}
