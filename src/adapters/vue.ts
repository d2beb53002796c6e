/** The entry point `consentry/vue`, for Vue 3.3 and later. */
import {
  defineComponent,
  getCurrentInstance,
  h,
  inject,
  onMounted,
  onUnmounted,
  shallowRef,
  type AllowedComponentProps,
  type ButtonHTMLAttributes,
  type FunctionalComponent,
  type InjectionKey,
  type Plugin,
  type Ref,
  type VNode,
  type VNodeProps,
} from "vue";
import type { Ids } from "../core/config/ids.ts";
import type { Consent, RegisteredId, RegisteredPart, RegisteredState } from "../engine/consent.ts";
import { permits } from "../core/choice/permits.ts";
import type { State } from "../core/choice/state.ts";
import { NOTHING, readyState, warnOfNoInstance } from "./consentView.ts";

/** What a component may know. Reactive: what reads it is rendered again when it changes. */
export interface ConsentRefs<
  Id extends string = RegisteredId,
  Seen extends State = RegisteredState,
> {
  /** What is decided. */
  readonly state: Readonly<Ref<Seen>>;
  /** Whether everything named is permitted (`"marketing youtube"`, `"!marketing"`). */
  permits<Text extends string>(this: void, ids: Ids<Text, Id>): boolean;
}

const KEY: InjectionKey<{ consent?: Consent; initial?: State | undefined }> = Symbol("consentry");

/**
 * Hands an instance to all components of an app: `app.use(consentPlugin(consent))`. Does not start it.
 *
 * @param initial what the server rendered with, from `readConsent` of `consentry/server`. Give server
 *   and browser the same, and never that of a page which is cached for several visitors
 * @throws never
 *
 * @example
 * import { createApp } from "vue";
 * import { createConsent } from "consentry";
 * import { consentPlugin } from "consentry/vue";
 *
 * const consent = createConsent({ controller: { name: "Acme BV" } });
 * createApp({}).use(consentPlugin(consent)).mount("#app");
 */
export function consentPlugin(consent: Consent, initial?: State): Plugin {
  return { install: (app) => void app.provide(KEY, { consent, initial }) };
}

/**
 * The state and what it permits, for `setup`. While Vue hydrates it is what the server rendered with,
 * so that both are alike: nothing permitted, unless `initial` says so.
 *
 * @param consent default: that of the `consentPlugin`
 * @throws never
 *
 * @example
 * import { useConsent } from "consentry/vue";
 *
 * export const hasFilm = (): boolean => useConsent().permits("youtube");
 */
export function useConsent(): ConsentRefs;
export function useConsent<Category extends string, ServiceId extends string>(
  consent: Consent<Category, ServiceId> | undefined,
  initial?: State,
): ConsentRefs<Category | ServiceId | "necessary", State<Category, ServiceId>>;
export function useConsent(consent?: Consent, initial?: State): ConsentRefs {
  const source = consent ? { consent, initial } : inject(KEY, {});
  // A component that hydrates has its element already.
  const isHydrating = getCurrentInstance()?.vnode.el;
  const known = isHydrating ? undefined : readyState(source.consent);
  const state = shallowRef(known ?? source.initial ?? NOTHING);
  let stop: (() => void) | undefined;
  onMounted(() => {
    stop = source.consent?.on("change", (now) => (state.value = now));
    if (!stop) warnOfNoInstance();
  });
  onUnmounted(() => stop?.());
  return Object.freeze({
    state,
    permits(ids: string) {
      source.consent?.permits(ids); // So that it knows of the use.
      return permits(state.value, ids);
    },
  });
}

/** What a gated part of the page needs. */
export interface ConsentedProps<Text extends string = string> {
  /** Categories and services, each of which must be permitted. */
  to: Ids<Text, RegisteredId>;
}

/** As templates see it: one that is checked (`vue-tsc`) refuses a misspelt id. */
export interface ConsentedComponent {
  new <Text extends string>(
    props: ConsentedProps<Text> & AllowedComponentProps & VNodeProps,
  ): {
    $props: ConsentedProps<Text> & AllowedComponentProps & VNodeProps;
    $slots: { default?: () => VNode[]; fallback?: () => VNode[] };
  };
}

const made = defineComponent({
  name: "Consented",
  props: { to: { type: String, required: true } },
  setup(props, { slots }) {
    const { permits } = useConsent();
    return () => slots[permits<string>(props.to) ? "default" : "fallback"]?.();
  },
});

/**
 * Renders its slot when everything in `to` is permitted, and takes it away on withdrawal; until then,
 * and after, the slot `fallback`.
 *
 * @throws never
 *
 * @example
 * import { h } from "vue";
 * import { Consented } from "consentry/vue";
 *
 * export const film = () => h(Consented, { to: "youtube" }, { default: () => "film" });
 */
export const Consented: ConsentedComponent = made as never;

/** What the button takes, beside all that a button takes. */
export interface ConsentSettingsProps extends /* @vue-ignore */ ButtonHTMLAttributes {
  /** Category or service to open the preference centre at. */
  of?: RegisteredPart;
}

/**
 * A button that opens the preference centre. Its slot is its text.
 *
 * @throws never
 *
 * @example
 * import { h } from "vue";
 * import { ConsentSettings } from "consentry/vue";
 *
 * export const footer = () => h(ConsentSettings, { of: "marketing" }, () => "Cookie settings");
 */
export const ConsentSettings: FunctionalComponent<ConsentSettingsProps> = (
  { of = "" },
  { slots },
) => h("button", { type: "button", "data-consent-open": of }, slots["default"]?.());
ConsentSettings.props = ["of"];
