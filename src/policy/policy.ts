import type { Options } from "../core/config/options.ts";
import type { State } from "../core/choice/state.ts";
import { createPolicy } from "./createPolicy.ts";
import type { Policy, PolicyBase } from "./policyBase.ts";

/**
 * The headers that let a page reach what is permitted now, and nothing else: the site's own policy and the
 * hosts of
 * permitted services, by kind of request. Pure; never throws; never wider than the site's own policy.
 *
 * @param state What is decided: `readConsent(cookie, options).state`.
 * @param options The options of the page, services as a list.
 * @param base What the policy holds beside consent, or the text of the site's own policy.
 * @throws never
 * @example
 * import { policy } from "consentry/policy";
 * import { readConsent } from "consentry/server";
 *
 * const options = { controller: { name: "Acme BV" } };
 * const { headers } = policy(readConsent("consentry=…", options).state, options, {
 *   policy: "default-src 'self'; img-src 'self' https://cdn.acme.example",
 * });
 * console.log(headers);
 */
export function policy(state: State, options: Options, base: PolicyBase | string = {}): Policy {
  return createPolicy(options, base)(state);
}
