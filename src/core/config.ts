import type { Service } from "./service.ts";

/** Who decides why and how data is used: GDPR Art. 4(7), named on the first layer of the banner. */
export interface Controller {
  name: string;
  address?: string;
  email?: string;
  url?: string;
}

/** What to do when something that ran cannot be silenced after a withdrawal. */
export type Reload = "auto" | "always" | "never";

export type Layout = "bar" | "box" | "centre";

/** The configuration after parsing: complete, checked, frozen. */
export interface Config {
  /** False when the configuration cannot be used at all: nothing is permitted and nothing is asked. */
  usable: boolean;
  controller: Controller;
  /** Page with the privacy policy, or empty. */
  policyUrl: string;
  /** Ids of the categories in the order shown, `necessary` first. */
  categories: readonly string[];
  services: readonly Service[];
  /** Raising it asks everybody again. */
  revision: number;
  /** Days that a choice is kept, consent and refusal alike. */
  days: number;
  /** Parent domain that shares the choice, or empty for this host alone. */
  domain: string;
  /** True: the cookie is named `__Host-consentry` and bound to this host over https. */
  hostOnly: boolean;
  /** BCP 47 tag to use, or empty for the page's `lang`. */
  language: string;
  /** The site's own wording: language tag (or `"*"` for every language), then message key. */
  texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  layout: Layout;
  /** Whether a small button to reopen the preference centre stays on the page. */
  reopenButton: boolean;
  reload: Reload;
  /** CSP nonce for scripts and style sheets that the library makes, or empty. */
  nonce: string;
  /** Ids of signals wanted beside those that services name. */
  signals: readonly string[];
  /** First-party address that stores consent records, or empty. */
  collector: string;
  /** Ids of the script-tag catalogue with their options, still to be fetched. */
  catalogue: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Fixed and always permitted. */
export const NECESSARY = "necessary";
