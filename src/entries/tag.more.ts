/** Beside the script tag: fetched as `consentry.more.js` when it is needed. */
export { createDecider as default } from "../engine/createDecider.ts";
