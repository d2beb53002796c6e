import { createServerFn } from "@tanstack/react-start";

/** What the visitor has permitted, for the root route: the server renders it, and the browser begins with it. */
export const readConsent = createServerFn().handler(({ context }) => context.consent.state);
