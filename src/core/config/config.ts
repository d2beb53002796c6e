import type { Service } from "./service.ts";

/** Who decides why and how data is used: GDPR Art. 4(7), named on the first layer of the banner. */
export interface Controller {
  /** Legal name of who asks. Required. */
  name: string;
  /** Postal address. Default: none is shown. */
  address?: string;
  /** Address for questions about data. Default: none is shown. */
  email?: string;
  /** Page of the controller: https, http, mailto or relative. Default: none is shown. */
  url?: string;
}

/** What to do when something that ran cannot be silenced after a withdrawal. */
export type Reload = "auto" | "always" | "never";

/**
 * Whether pages come with a policy made from consent (`consentry/policy`): `"none"`; `"next"`: what is granted waits for
 * the next page; `"reload"`: the page is loaded again at once.
 */
export type PolicyUse = "none" | "next" | "reload";

/** Where the first layer stands: a bar at the bottom, a box in a corner, or a dialog in the middle. */
export type Layout = "bar" | "box" | "centre";

/** As much of the configuration as deciding and gating need, checked. */
export interface GateConfig {
  /** False when the configuration cannot be used at all: nothing is permitted and nothing is asked. */
  readonly _usable: boolean;
  /** Legal name of the controller. */
  readonly name: string;
  /** Ids of the categories in the order shown, `necessary` first. */
  readonly categories: readonly string[];
  /** Whether the site listed them, so that a service cannot add one, and all are asked for. */
  readonly _categoriesFixed: boolean;
  /**
   * Categories that nothing uses so far, no service, no element and no code of the page: no one is asked for them.
   * Absent where no page is known.
   */
  readonly _idle?: Set<string>;
  readonly services: readonly Service[];
  /** Ids of the script-tag catalogue with their options, still to be fetched. */
  readonly _catalogue: Readonly<Record<string, object>>;
  /** Raising it asks everybody again. */
  readonly revision: number;
  /** Days that a choice is kept, consent and refusal alike. */
  readonly days: number;
  /** True: the cookie is named `__Host-consentry` and bound to this host over https. */
  readonly _hostOnly: boolean;
  /** CSP nonce for scripts that the library makes, or empty. */
  readonly nonce: string;
  /** Signals, or their ids, wanted beside those that services name; as the site wrote them. */
  readonly signals: readonly unknown[];
}

/** The configuration with what is shown. */
export interface Config extends GateConfig {
  readonly controller: Controller;
  /** Page with the privacy policy, or empty. */
  readonly policyUrl: string;
  /** BCP 47 tag to use, or empty for the page's `lang`. */
  readonly language: string;
  /** The site's own wording: language tag (or `"*"` for every language), then message key. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly layout: Layout;
  /** Whether a small button to reopen the preference centre stays on the page. */
  readonly reopenButton: boolean;
}

/** What deciding needs beside the gate's: where choices are kept and sent, and when to reload. */
export interface KeepConfig {
  /** Parent domain that shares the choice, or empty for this host alone. */
  readonly domain: string;
  readonly reload: Reload;
  readonly policy: PolicyUse;
  /** First-party address that stores consent records, or empty. */
  readonly collector: string;
  /** Categories that a browser's Global Privacy Control refuses. */
  readonly gpc: readonly string[];
}

/** Fixed and always permitted. */
export const NECESSARY = "necessary";
