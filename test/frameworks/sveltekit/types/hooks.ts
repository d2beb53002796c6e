import { sequence, type Handle } from "@sveltejs/kit/hooks";
import { consentHandle } from "consentry/sveltekit";
import { options } from "../src/consent.config.js";

/** What the package's types say of the hook fits SvelteKit's own. */
const alone: Handle = consentHandle(options);
const shut: Handle = consentHandle(options, { allow: { image: ["cdn.acme.example"] } });
const log: Handle = ({ event, resolve }) => {
  const isPermitted: boolean = event.locals.consent.permits("video");
  console.log(isPermitted, event.locals.consent.state.status);
  return resolve(event);
};

export const handle: Handle = (input) =>
  input.event.url.pathname == "/hard" ? shut(input) : sequence(alone, log)(input);
