/**
 * The entry point `consentry/svelte`. Stores and an action, by their contracts: they need no compiler, and work
 * with and without runes.
 */
import type { Ids } from "../core/config/ids.ts";
import type { Consent, RegisteredPart } from "../engine/consent.ts";
import type { State } from "../core/choice/state.ts";
import { NOTHING, readyState, viewOf, type ConsentView } from "./consentView.ts";

export type { ConsentView } from "./consentView.ts";

/** As much of Svelte's `Readable` as `$store` needs. */
export interface ConsentStore<Value> {
  /** Calls `run` with the present value, and with each that follows. Gives the undo. */
  subscribe(this: void, run: (value: Value) => void): () => void;
}

/**
 * The state and what it permits, as a store: `$view.permits("youtube")`. What subscribes while the page
 * hydrates first gets what the server rendered with, so that both are alike; the truth follows in a
 * microtask, before the browser paints.
 *
 * @param initial what the server rendered with, from `readConsent` of `consentry/server`; default:
 *   nothing is permitted. Give server and browser the same, and never that of a page which is cached
 *   for several visitors
 * @throws never; what a subscriber throws is its own
 *
 * @example
 * import { createConsent } from "consentry";
 * import { consentStore } from "consentry/svelte";
 *
 * const consent = createConsent({ controller: { name: "Acme BV" } });
 * consentStore(consent).subscribe(({ permits }) => console.log(permits("marketing")));
 */
export function consentStore<Category extends string, ServiceId extends string>(
  consent: Consent<Category, ServiceId>,
  initial: State = NOTHING,
): ConsentStore<ConsentView<Category | ServiceId | "necessary", State<Category, ServiceId>>> {
  let isAwake = false;
  return {
    subscribe(run) {
      let stop: (() => void) | undefined;
      let isGone = false;
      const tell = (state: State): void => run(viewOf(state, consent) as never);
      const follow = (): void => {
        isAwake = true;
        if (!isGone) stop = consent.on("change", tell); // Tells the present state at once.
      };
      if (!isAwake || !readyState(consent)) tell(initial);
      if (isAwake) follow();
      else queueMicrotask(follow);
      return () => {
        isGone = true;
        stop?.();
      };
    },
  };
}

/**
 * Whether everything in `ids` is permitted, as a store:
 * `{#if $youtube}<Film />{:else}…{/if}` makes the film only when it is.
 *
 * @param initial as for `consentStore`
 * @throws never; what a subscriber throws is its own
 *
 * @example
 * import { createConsent } from "consentry";
 * import { consented } from "consentry/svelte";
 *
 * const consent = createConsent({ controller: { name: "Acme BV" } });
 * consented(consent, "marketing").subscribe(console.log);
 */
export function consented<Text extends string, Category extends string, ServiceId extends string>(
  consent: Consent<Category, ServiceId>,
  ids: Ids<Text, Category | ServiceId | "necessary">,
  initial?: State,
): ConsentStore<boolean> {
  const store = consentStore<string, string>(consent, initial);
  return { subscribe: (run) => store.subscribe(({ permits }) => run(permits(ids as string))) };
}

/**
 * An action: the element opens the preference centre, at the category or service given.
 * `<button use:openPreferences>Cookie settings</button>`
 *
 * @param element becomes the opener
 * @param part category or service to open; default none
 * @throws never; what a subscriber throws is its own
 *
 * @example
 * import { openPreferences } from "consentry/svelte";
 *
 * openPreferences(document.createElement("button"), "marketing");
 */
export function openPreferences(
  element: Element,
  part?: RegisteredPart,
): { update: (part?: RegisteredPart) => void; destroy: () => void } {
  const update = (id: string = ""): void => element.setAttribute("data-consent-open", id);
  update(part);
  return { update, destroy: () => element.removeAttribute("data-consent-open") };
}
