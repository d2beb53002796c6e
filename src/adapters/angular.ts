/** The entry point `consentry/angular`, for Angular 20 and later: a provider, signals and a structural directive. */
// oxlint-disable-next-line typescript/triple-slash-reference -- Angular is installed by its app alone
/// <reference path="./angularCore.d.ts" />
import * as ng from "@angular/core";
import type { Consent } from "../engine/consent.ts";
import { CONSENT, createSignals } from "./angularSignals.ts";

export { Consented } from "./angularDirective.ts";
export { injectConsent, type ConsentSignals } from "./angularSignals.ts";

/**
 * Hands an instance to the whole app, for `providers` of its configuration, and starts it in the browser. While Angular
 * hydrates, the state is what the server rendered with, so that both are alike.
 *
 * @param consent from `createConsent`
 * @throws never
 *
 * @example
 * import { createConsent } from "consentry";
 * import { provideConsent } from "consentry/angular";
 *
 * const consent = createConsent({ controller: { name: "Acme BV" } });
 * export const appConfig = { providers: [provideConsent(consent)] };
 */
export function provideConsent(consent: Consent): ng.EnvironmentProviders {
  return ng.makeEnvironmentProviders([
    { provide: CONSENT, useFactory: () => createSignals(consent) },
    ng.provideEnvironmentInitializer(() => void ng.inject(CONSENT)),
  ]);
}
