/** Beside the script tag: fetched as `consentry.decisions.js` when there is something to choose, on a page that did not ask. */
export { createDecisions as default } from "../engine/createDecisions.ts";
