/** The entry point `consentry/ui`: the banner, the preference centre, and what fills marked elements. */
export { mountPage } from "../ui/embeds/mountPage.ts";
export { mountUi } from "../ui/shell/mountUi.ts";
