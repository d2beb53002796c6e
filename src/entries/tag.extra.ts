/** Beside the script tag: fetched as `consentry.extra.js` when it is needed. */
export { extra as default } from "../engine/extra.ts";
