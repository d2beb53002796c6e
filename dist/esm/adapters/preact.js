import { createContext, h } from 'preact';
import { useContext, useEffect, useState, useLayoutEffect, useMemo } from 'preact/hooks';
import { NOTHING, warnOfNoInstance, readyState, viewOf } from './consentView.js';

const Around = createContext(null);
function useView(consent, initial = NOTHING) {
  const [state, setState] = useState(initial);
  useLayoutEffect(() => {
    setState(readyState(consent) ?? initial);
    return consent?.on("change", setState);
  }, [consent]);
  return useMemo(() => viewOf(state), [state]);
}
function ConsentProvider({
  consent,
  initial,
  children
}) {
  return h(Around.Provider, { value: useView(consent, initial) }, children);
}
function useConsent(consent, initial) {
  const around = useContext(Around);
  const own = useView(consent, initial);
  const lost = !consent && !around;
  useEffect(() => {
    if (lost) warnOfNoInstance();
  }, [lost]);
  return !consent && around || own;
}
function Consented({ to, fallback, children }) {
  if (!useConsent().permits(to)) return fallback;
  return typeof children == "function" ? children() : children;
}
function ConsentSettings({ of = "", ...rest }) {
  return h("button", { type: "button", ...rest, "data-consent-open": of });
}

export { ConsentProvider, ConsentSettings, Consented, useConsent };
