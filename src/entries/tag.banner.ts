/**
 * Beside the script tag: fetched as `consentry.banner.js` when it is needed. Where a visitor is asked, what the
 * UI talks to comes with it.
 */
export { createUiHost as host } from "../engine/createUiHost.ts";
export { mountUi as default } from "../ui/shell/mountUi.ts";
