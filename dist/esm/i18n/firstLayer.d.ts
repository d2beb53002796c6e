import type { Messages } from "./messages.ts";
/**
 * The English words that may be shown before the preference centre has come: what the first layer says, and
 * the live region after it. The other words are in `locales/en.ts`, which holds these as well.
 */
declare const firstLayer: Pick<Messages, "banner.title" | "banner.text" | "banner.services.one" | "banner.services.other" | "banner.withdraw" | "action.accept" | "action.reject" | "action.settings" | "settings.title" | "settings.policy" | "settings.gpc" | "settings.saved" | "settings.changed" | "category.necessary" | "category.functional" | "category.performance" | "category.marketing">;
export default firstLayer;
