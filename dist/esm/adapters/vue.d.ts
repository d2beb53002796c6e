/** The door `consentry/vue`, for Vue 3.3 and later. */
import { type AllowedComponentProps, type ButtonHTMLAttributes, type FunctionalComponent, type Plugin, type Ref, type VNode, type VNodeProps } from "vue";
import type { Consent } from "../client/consent.ts";
import type { State } from "../core/state.ts";
/** What a component may know. Reactive: what reads it is rendered again when it changes. */
export interface ConsentRefs {
    readonly state: Readonly<Ref<State>>;
    /** Whether everything named is permitted (`"marketing youtube"`, `"!marketing"`). */
    permits(this: void, ids: string): boolean;
}
/**
 * Hands an instance to all components of an app: `app.use(consentPlugin(consent))`. Does not start it.
 *
 * @param initial what the server rendered with, from `readConsent` of `consentry/server`. Give server
 *   and browser the same, and never that of a page which is cached for several visitors
 */
export declare function consentPlugin(consent: Consent, initial?: State): Plugin;
/**
 * The state and what it permits, for `setup`. While Vue hydrates it is what the server rendered with,
 * so that both are alike: nothing permitted, unless `initial` says so.
 *
 * @param consent default: that of the `consentPlugin`
 */
export declare function useConsent(consent?: Consent, initial?: State): ConsentRefs;
export interface ConsentedProps {
    /** Categories and services, each of which must be permitted. */
    to: string;
}
/** As templates see it. */
export interface ConsentedComponent {
    new (): {
        $props: ConsentedProps & AllowedComponentProps & VNodeProps;
        $slots: {
            default?: () => VNode[];
            fallback?: () => VNode[];
        };
    };
}
/**
 * Renders its slot when everything in `to` is permitted, and takes it away on withdrawal; until then,
 * and after, the slot `fallback`.
 */
export declare const Consented: ConsentedComponent;
export interface ConsentSettingsProps extends /* @vue-ignore */ ButtonHTMLAttributes {
    /** Category or service to open the preference centre at. */
    of?: string;
}
/** A button that opens the preference centre. Its slot is its text. */
export declare const ConsentSettings: FunctionalComponent<ConsentSettingsProps>;
