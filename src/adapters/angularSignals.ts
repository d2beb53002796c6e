import * as ng from "@angular/core";
import type { Ids } from "../core/config/ids.ts";
import type { Consent, RegisteredId, RegisteredState } from "../engine/consent.ts";
import { permits } from "../core/choice/permits.ts";
import type { State } from "../core/choice/state.ts";
import { NOTHING, warnOfNoInstance } from "./consentView.ts";

/** What a component may know. What reads it in a template, `computed` or `effect` follows every change. */
export interface ConsentSignals<Id extends string = RegisteredId> {
  /** What is decided. */
  readonly state: ng.Signal<RegisteredState>;
  /** Whether everything named is permitted (`"marketing youtube"`, `"!marketing"`). */
  permits<Text extends string>(this: void, ids: Ids<Text, Id>): boolean;
}

/** What the server's part hands to a render, in the context that Angular gives to it. */
interface Rendered {
  consentry?: { state: State; nonce: string };
}

export const CONSENT: ng.InjectionToken<ConsentSignals> = new ng.InjectionToken("ConsentSignals");
const KEY: ng.StateKey<State> = ng.makeStateKey("consentry.state");

/** Signals of an instance. In the browser it is started. */
export function createSignals(consent: Consent): ConsentSignals {
  const handed = ng.inject(ng.TransferState);
  const page = ng.inject(ng.DOCUMENT);
  const context = ng.inject(ng.REQUEST_CONTEXT, { optional: true }) as Rendered | null;
  const consentry = context?.consentry;
  const state = ng.signal(handed.get(KEY, consentry?.state ?? NOTHING));
  if (consentry) {
    handed.set(KEY, consentry.state);
    const { nonce } = consentry;
    page.querySelector("[ngCspNonce]")?.setAttribute("ngCspNonce", nonce);
    // Still the app's own index.html: nothing of a visitor stands in it.
    for (const one of page.querySelectorAll("script:not([src]), style"))
      one.setAttribute("nonce", nonce);
  }
  if (ng.inject<unknown>(ng.PLATFORM_ID) == "browser") {
    let known: State | undefined;
    // Which Angular's server leaves on what it has rendered.
    let isFree = !page.querySelector("[ng-server-context]");
    consent.start();
    const stop = consent.on("change", (now) => {
      // What is stored waits until Angular has taken over the server's HTML; what changes then does not.
      if (isFree || known) state.set(now);
      known = now;
    });
    ng.inject(ng.DestroyRef).onDestroy(stop);
    void ng
      .inject(ng.ApplicationRef)
      .whenStable()
      .then(() => {
        isFree = true;
        if (known) state.set(known);
      });
  }
  return Object.freeze({
    state,
    permits(ids: string) {
      consent.permits(ids); // So that it knows of the use.
      return permits(state(), ids);
    },
  });
}

/**
 * The state and what it permits, for a field of a component, a directive, a service or a guard.
 *
 * @throws outside of an injection context, as `inject` does
 *
 * @example
 * import { injectConsent } from "consentry/angular";
 *
 * export class Shop {
 *   readonly consent = injectConsent();
 *   readonly hasFilm = (): boolean => this.consent.permits("youtube");
 * }
 */
export function injectConsent(): ConsentSignals {
  const consent = ng.inject(CONSENT, { optional: true });
  if (consent) return consent;
  warnOfNoInstance();
  return { state: ng.signal(NOTHING), permits: (ids: string) => permits(NOTHING, ids) };
}
