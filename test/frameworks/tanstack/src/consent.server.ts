import { createConsentServer } from "consentry/tanstack/server";
import { options } from "./consent.config";

export const server = createConsentServer(options, {
  languages: ["en", "nl"],
  /** On this page no host is open that the visitor has not permitted, whatever is marked. */
  policy: (nonce, request) => (new URL(request.url).pathname == "/hard" ? { nonce } : undefined),
});
