/** The entry point `consentry/react`, for React 18 and later. */
import {
  createContext,
  createElement,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
  type ButtonHTMLAttributes,
  type ReactElement,
  type ReactNode,
} from "react";
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
  children?: ReactNode;
}

const Around = createContext<Pick<ConsentProviderProps, "initial"> & { consent?: Consent }>({});

/**
 * Hands an instance to the components inside. Does not start it.
 *
 * @throws never
 *
 * @example
 * import { createConsent } from "consentry";
 * import { ConsentProvider } from "consentry/react";
 *
 * const consent = createConsent({ controller: { name: "Acme BV" } });
 * export const App = () => ConsentProvider({ consent, children: "…" });
 */
export function ConsentProvider({
  consent,
  initial = NOTHING,
  children,
}: ConsentProviderProps): ReactElement {
  const value = useMemo(() => ({ consent, initial }), [consent, initial]);
  return createElement(Around.Provider, { value }, children);
}

/**
 * The state and what it permits; the component renders again when it changes. While React hydrates it
 * is what the server rendered with, so that both are alike: nothing permitted, unless `initial` says so.
 *
 * @param consent default: that of the `ConsentProvider` around
 * @throws never
 *
 * @example
 * import { useConsent } from "consentry/react";
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
  const mine = consent ?? around.consent;
  const first = (consent ? initial : around.initial) ?? NOTHING;
  const subscribe = useCallback(
    (listener: () => void) => mine?.on("change", listener) ?? (() => {}),
    [mine],
  );
  const state = useSyncExternalStore(
    subscribe,
    () => readyState(mine) ?? first,
    () => first,
  );
  useEffect(() => {
    if (!mine) warnOfNoInstance();
  }, [mine]);
  return useMemo(() => viewOf(state, mine), [state, mine]);
}

/** What a gated part of the page needs. */
export interface ConsentedProps<Text extends string = string> {
  /** Categories and services, each of which must be permitted. */
  to: Ids<Text, RegisteredId>;
  /** Shown until then, and again after a withdrawal. */
  fallback?: ReactNode;
  /** Rendered only when permitted; of a function, not even the elements are made before. */
  children?: ReactNode | (() => ReactNode);
}

/**
 * Renders its children when everything in `to` is permitted, and takes them away on withdrawal.
 *
 * @throws never
 *
 * @example
 * import { Consented } from "consentry/react";
 *
 * export const Film = () => Consented({ to: "youtube", fallback: "none", children: "film" });
 */
export function Consented<Text extends string>({
  to,
  fallback,
  children,
}: ConsentedProps<Text>): ReactNode {
  if (!useConsent().permits(to as string)) return fallback;
  return typeof children == "function" ? children() : children;
}

/** What the button takes, beside all that a button takes. */
export interface ConsentSettingsProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Category or service to open the preference centre at. */
  of?: RegisteredPart;
}

/**
 * A button that opens the preference centre. Its children are its text.
 *
 * @throws never
 *
 * @example
 * import { ConsentSettings } from "consentry/react";
 *
 * export const Footer = () => ConsentSettings({ children: "Cookie settings" });
 */
export function ConsentSettings({ of = "", ...rest }: ConsentSettingsProps): ReactElement {
  return createElement("button", { type: "button", ...rest, "data-consent-open": of });
}
