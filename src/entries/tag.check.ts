/** Beside the script tag: fetched as `consentry.check.js` where a site is made, and nowhere else. */
export { checkSite as default } from "../engine/checkSite.ts";
