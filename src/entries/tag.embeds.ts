/** Beside the script tag: fetched as `consentry.embeds.js` where a page has marked elements that are not scripts. */
export { wireEmbeds as default } from "../engine/wireEmbeds.ts";
