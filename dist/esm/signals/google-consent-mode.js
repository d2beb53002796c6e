import { allowed } from './kit/allowed.js';

const ADS = "google-ads marketing";
const SITE = "functional";
function googleConsentMode(options = {}) {
  const send = (window, permits, command, values, settings) => {
    const gtag = function() {
      const layer = window[options.dataLayer || "dataLayer"] ||= [];
      layer.push(arguments);
    };
    const deciders = {
      ad_storage: ADS,
      ad_user_data: ADS,
      ad_personalization: ADS,
      analytics_storage: "google-analytics performance",
      functionality_storage: SITE,
      personalization_storage: SITE,
      security_storage: "necessary",
      ...options.types
    };
    for (const [type, ids] of Object.entries(deciders)) {
      values[type] = allowed(permits, ids) ? "granted" : "denied";
    }
    if (settings) gtag("set", settings);
    gtag("consent", command, values);
  };
  return {
    id: "google-consent-mode",
    start: ({ window }) => send(window, (id) => id == "necessary", "default", { ...options.defaults }, options.set),
    update: ({ window, permits }) => send(window, permits, "update", {})
  };
}

export { googleConsentMode as default, googleConsentMode };
