/**
 * Beside the script tag: fetched as `consentry.ui.js` when it is needed. Where a visitor is asked, what the
 * UI talks to comes with it.
 */
export { createFace as face } from "../engine/createFace.ts";
export { mountUi as default } from "../ui/shell/mountUi.ts";
