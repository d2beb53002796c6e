/** Finds the host of a banner that came with the HTML. What strangers wrote is none. */
export const broughtHost = "[data-consentry-shown]:not([data-consent-ignore] *)";
