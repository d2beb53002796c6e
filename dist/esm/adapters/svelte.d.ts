/**
 * The door `consentry/svelte`. Stores and an action, by their contracts: they need no compiler, and work
 * with and without runes.
 */
import type { Consent } from "../client/consent.ts";
import type { State } from "../core/state.ts";
import { type ConsentView } from "./consentView.ts";
export type { ConsentView } from "./consentView.ts";
/** As much of Svelte's `Readable` as `$store` needs. */
export interface ConsentStore<Value> {
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
 */
export declare function consentStore(consent: Consent, initial?: State): ConsentStore<ConsentView>;
/**
 * Whether everything in `ids` is permitted, as a store:
 * `{#if $youtube}<Film />{:else}…{/if}` makes the film only when it is.
 */
export declare function consented(consent: Consent, ids: string, initial?: State): ConsentStore<boolean>;
/**
 * An action: the element opens the preference centre, at the category or service given.
 * `<button use:openPreferences>Cookie settings</button>`
 */
export declare function openPreferences(element: Element, part?: string): {
    update: (part?: string) => void;
    destroy: () => void;
};
