/** Beside the script tag: fetched as `consentry.ui.js` when it is needed. */
export { mountUi as default } from "../ui/mountUi.tsx";
