/** The door `consentry/preact`. */
import { type ButtonHTMLAttributes, type ComponentChildren } from "preact";
import type { Consent } from "../client/consent.ts";
import type { State } from "../core/state.ts";
import { type ConsentView } from "./consentView.ts";
export type { ConsentView } from "./consentView.ts";
export interface ConsentProviderProps {
    consent: Consent;
    /**
     * What the server rendered with, from `readConsent` of `consentry/server`. Give server and browser
     * the same, and never that of a page which is cached for several visitors.
     */
    initial?: State;
    children?: ComponentChildren;
}
/**
 * Hands an instance to the components inside. Does not start it. What is mounted inside later knows
 * the true state in its first pass.
 */
export declare function ConsentProvider({ consent, initial, children, }: ConsentProviderProps): ComponentChildren;
/**
 * The state and what it permits; the component renders again when it changes. Its first pass is what
 * the server rendered with, so that both are alike: nothing permitted, unless `initial` says so.
 *
 * @param consent default: that of the `ConsentProvider` around
 */
export declare function useConsent(consent?: Consent, initial?: State): ConsentView;
export interface ConsentedProps {
    /** Categories and services, each of which must be permitted. */
    to: string;
    /** Shown until then, and again after a withdrawal. */
    fallback?: ComponentChildren;
    /** Rendered only when permitted; of a function, not even the elements are made before. */
    children?: ComponentChildren | (() => ComponentChildren);
}
/** Renders its children when everything in `to` is permitted, and takes them away on withdrawal. */
export declare function Consented({ to, fallback, children }: ConsentedProps): ComponentChildren;
export interface ConsentSettingsProps extends ButtonHTMLAttributes {
    /** Category or service to open the preference centre at. */
    of?: string;
}
/** A button that opens the preference centre. Its children are its text. */
export declare function ConsentSettings({ of, ...rest }: ConsentSettingsProps): ComponentChildren;
