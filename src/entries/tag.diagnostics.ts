/** Beside the script tag: fetched as `consentry.diagnostics.js` when it is needed. */
export { diagnostics as default } from "../engine/diagnostics.ts";
