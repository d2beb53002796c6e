/** Beside the script tag: fetched as `consentry.late.js` when it is needed. */
export { late as default } from "../engine/late.ts";
