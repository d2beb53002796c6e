/** Beside the script tag: fetched as `consentry.late.js` where marked scripts start after the page was parsed. */
export { createLate as default } from "../gate/createLate.ts";
