import { createContext, useMemo, createElement, useContext, useCallback, useSyncExternalStore, useEffect } from 'react';
import { NOTHING, readyState, warnOfNoInstance, viewOf } from './consentView.js';

const Around = createContext({});
function ConsentProvider({
  consent,
  initial = NOTHING,
  children
}) {
  const value = useMemo(() => ({ consent, initial }), [consent, initial]);
  return createElement(Around.Provider, { value }, children);
}
function useConsent(consent, initial) {
  const around = useContext(Around);
  const mine = consent ?? around.consent;
  const first = (consent ? initial : around.initial) ?? NOTHING;
  const subscribe = useCallback(
    (listener) => mine?.on("change", listener) ?? (() => {
    }),
    [mine]
  );
  const state = useSyncExternalStore(
    subscribe,
    () => readyState(mine) ?? first,
    () => first
  );
  useEffect(() => {
    if (!mine) warnOfNoInstance();
  }, [mine]);
  return useMemo(() => viewOf(state), [state]);
}
function Consented({ to, fallback, children }) {
  if (!useConsent().permits(to)) return fallback;
  return typeof children == "function" ? children() : children;
}
function ConsentSettings({ of = "", ...rest }) {
  return createElement("button", { type: "button", ...rest, "data-consent-open": of });
}

export { ConsentProvider, ConsentSettings, Consented, useConsent };
