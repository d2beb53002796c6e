/** Beside the script tag: fetched as `consentry.placeholders.js` when it is needed. */
export { mountPage as default } from "../ui/embeds/mountPage.ts";
