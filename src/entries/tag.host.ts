/** Beside the script tag: fetched as `consentry.host.js` where an embed needs words, on a page that did not ask. */
export { createUiHost as default } from "../engine/createUiHost.ts";
