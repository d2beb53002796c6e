/** Beside the script tag: fetched as `consentry.prepare.js` when it is needed. */
export { preparation as default } from "../engine/prepare.ts";
