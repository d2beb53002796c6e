import { consentHandle } from "consentry/sveltekit";
import { options } from "./consent.config.js";

const usual = consentHandle(options);
/** On these pages no host is open that the visitor has not permitted, whatever is marked. */
const shut = consentHandle(options, {});

export const handle = (input) =>
  /^\/(?:hard|plain)$/.test(input.event.url.pathname) ? shut(input) : usual(input);
