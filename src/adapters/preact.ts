/** The entry point `consentry/preact`. */
import { createContext, h, type ButtonHTMLAttributes, type ComponentChildren } from "preact";
import { useContext, useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Ids } from "../core/config/ids.ts";
import type { Consent, RegisteredId, RegisteredPart } from "../engine/consent.ts";
import type { State } from "../core/choice/state.ts";
import { NOTHING, readyState, viewOf, warnOfNoInstance, type ConsentView } from "./consentView.ts";

export type { ConsentView } from "./consentView.ts";

/** What a provider hands on. */
export interface ConsentProviderProps {
  /** The instance. */
  consent: Consent;
  /**
   * What the server rendered with, from `readConsent` of `consentry/server`. Give server and browser
   * the same, and never that of a page which is cached for several visitors.
   */
  initial?: State | undefined;
  /** What may use it. Default: nothing. */
  children?: ComponentChildren;
}

const Around = createContext<ConsentView | null>(null);

/** Preact does not tell whether it hydrates: the first pass is always the server's, the next is true. */
function useView(consent: Consent | undefined, initial: State = NOTHING): ConsentView {
  const [state, setState] = useState(initial);
  // Before the browser paints, so that no one sees the first pass of a page that needed none.
  useLayoutEffect(() => {
    setState(readyState(consent) ?? initial);
    return consent?.on("change", setState);
  }, [consent]);
  return useMemo(() => viewOf(state, consent), [state, consent]);
}

/**
 * Hands an instance to the components inside. Does not start it. What is mounted inside later knows
 * the true state in its first pass.
 *
 * @throws never
 *
 * @example
 * import { createConsent } from "consentry";
 * import { ConsentProvider } from "consentry/preact";
 *
 * const consent = createConsent({ controller: { name: "Acme BV" } });
 * export const App = () => ConsentProvider({ consent, children: "…" });
 */
export function ConsentProvider({
  consent,
  initial,
  children,
}: ConsentProviderProps): ComponentChildren {
  return h(Around.Provider, { value: useView(consent, initial) }, children);
}

/**
 * The state and what it permits; the component renders again when it changes. Its first pass is what
 * the server rendered with, so that both are alike: nothing permitted, unless `initial` says so.
 *
 * @param consent default: that of the `ConsentProvider` around
 * @throws never
 *
 * @example
 * import { useConsent } from "consentry/preact";
 *
 * export const Film = () => (useConsent().permits("youtube") ? "film" : "none");
 */
export function useConsent(): ConsentView;
export function useConsent<Category extends string, ServiceId extends string>(
  consent: Consent<Category, ServiceId> | undefined,
  initial?: State,
): ConsentView<Category | ServiceId | "necessary", State<Category, ServiceId>>;
export function useConsent(consent?: Consent, initial?: State): ConsentView {
  const around = useContext(Around);
  const own = useView(consent, initial);
  const lost = !consent && !around;
  useEffect(() => {
    if (lost) warnOfNoInstance();
  }, [lost]);
  return (!consent && around) || own;
}

/** What a gated part of the page needs. */
export interface ConsentedProps<Text extends string = string> {
  /** Categories and services, each of which must be permitted. */
  to: Ids<Text, RegisteredId>;
  /** Shown until then, and again after a withdrawal. */
  fallback?: ComponentChildren;
  /** Rendered only when permitted; of a function, not even the elements are made before. */
  children?: ComponentChildren | (() => ComponentChildren);
}

/**
 * Renders its children when everything in `to` is permitted, and takes them away on withdrawal.
 *
 * @throws never
 *
 * @example
 * import { Consented } from "consentry/preact";
 *
 * export const Film = () => Consented({ to: "youtube", fallback: "none", children: "film" });
 */
export function Consented<Text extends string>({
  to,
  fallback,
  children,
}: ConsentedProps<Text>): ComponentChildren {
  if (!useConsent().permits(to as string)) return fallback;
  return typeof children == "function" ? (children as () => ComponentChildren)() : children;
}

/** What the button takes, beside all that a button takes. */
export interface ConsentSettingsProps extends ButtonHTMLAttributes {
  /** Category or service to open the preference centre at. */
  of?: RegisteredPart;
}

/**
 * A button that opens the preference centre. Its children are its text.
 *
 * @throws never
 *
 * @example
 * import { ConsentSettings } from "consentry/preact";
 *
 * export const Footer = () => ConsentSettings({ children: "Cookie settings" });
 */
export function ConsentSettings({ of = "", ...rest }: ConsentSettingsProps): ComponentChildren {
  return h("button", { type: "button", ...rest, "data-consent-open": of });
}
