import type { Messages } from "../core/config/messages.ts";

/**
 * The English words that may be shown before the preference centre has come: what the first layer says, and
 * the live region after it. The other words are in `locales/en.ts`, which holds these as well.
 */
const firstLayer: Pick<
  Messages,
  | "banner.title"
  | "banner.text"
  | "banner.services.one"
  | "banner.services.other"
  | "banner.withdraw"
  | "action.accept"
  | "action.reject"
  | "action.settings"
  | "settings.title"
  | "settings.policy"
  | "settings.gpc"
  | "settings.saved"
  | "settings.changed"
  | "category.necessary"
  | "category.functional"
  | "category.performance"
  | "category.marketing"
> = {
  "banner.title": "Your privacy, your choice",
  "banner.text":
    "{controller} would like to use cookies and similar technologies for these purposes: {purposes}. You can refuse, choose, and change or withdraw your choice at any time.",
  "banner.services.one": "{count} service is involved.",
  "banner.services.other": "{count} services are involved.",
  "banner.withdraw": "You will find “{settings}” on every page.",
  "action.accept": "Accept all",
  "action.reject": "Reject all",
  "action.settings": "Choose",
  "settings.title": "Cookie settings",
  "settings.policy": "Privacy policy",
  "settings.gpc": "Your browser sends a Global Privacy Control signal. It is honoured.",
  "settings.saved": "Your choice is saved.",
  "settings.changed": "Your choice was changed in another tab.",
  "category.necessary": "Necessary",
  "category.functional": "Functional",
  "category.performance": "Performance",
  "category.marketing": "Marketing",
};

// By default, as each language: a site bundled in its own language has that one here instead.
export default firstLayer;
