/** The door `consentry/ui`: the banner, the preference centre, and what fills marked elements. */
export { mountPage } from "../ui/mountPage.ts";
export { mountUi } from "../ui/mountUi.tsx";
