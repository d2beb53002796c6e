import { defineComponent, inject, getCurrentInstance, shallowRef, onMounted, onUnmounted, h } from 'vue';
import { permits } from '../core/permits.js';
import { readyState, NOTHING, warnOfNoInstance } from './consentView.js';

const KEY = /* @__PURE__ */ Symbol("consentry");
function consentPlugin(consent, initial) {
  return { install: (app) => void app.provide(KEY, { consent, initial }) };
}
function useConsent(consent, initial) {
  const source = consent ? { consent, initial } : inject(KEY, {});
  const isHydrating = getCurrentInstance()?.vnode.el;
  const known = isHydrating ? void 0 : readyState(source.consent);
  const state = shallowRef(known ?? source.initial ?? NOTHING);
  let stop;
  onMounted(() => {
    stop = source.consent?.on("change", (now) => state.value = now);
    if (!stop) warnOfNoInstance();
  });
  onUnmounted(() => stop?.());
  return Object.freeze({ state, permits: (ids) => permits(state.value, ids) });
}
const made = defineComponent({
  name: "Consented",
  props: { to: { type: String, required: true } },
  setup(props, { slots }) {
    const { permits: permits2 } = useConsent();
    return () => slots[permits2(props.to) ? "default" : "fallback"]?.();
  }
});
const Consented = made;
const ConsentSettings = ({ of = "" }, { slots }) => h("button", { type: "button", "data-consent-open": of }, slots["default"]?.());
ConsentSettings.props = ["of"];

export { ConsentSettings, Consented, consentPlugin, useConsent };
