import type { Signal } from "../../core/config/parts.ts";
import { unknownOptions } from "../services/kit/unknownOptions.ts";
import { queue } from "../services/kit/queue.ts";
import { allowed } from "./kit/allowed.ts";

/** What `matomoSignal` takes. */
export interface MatomoSignalOptions {
  /** Which service or category answers: the first that has an answer decides. */
  ids?: string;
  /** True: Matomo counts without cookies until consent. Default: it sends nothing until consent. */
  cookieless?: boolean;
}

/**
 * Matomo consent. It is only asked to forget what it was given on this page: `forgetConsentGiven`
 * writes a cookie of its own, which a visitor who never agreed must not get.
 *
 * @confidence high
 * @source https://developer.matomo.org/guides/tracking-consent
 * @param options may be left out, as each of its fields may
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { matomoSignal } from "consentry/signals/matomo";
 *
 * createConsent({ controller: { name: "Acme BV" }, signals: [matomoSignal()] });
 */
export function matomoSignal(options: MatomoSignalOptions = {}): Signal {
  const kind = options.cookieless ? "CookieConsent" : "Consent";
  let given = false;
  return {
    id: "matomo",
    findings: unknownOptions(options, ["ids", "cookieless"]),
    start({ window }) {
      queue(window, "_paq").push([`require${kind}`]);
    },
    update({ window, permits }) {
      const now = allowed(permits, options.ids ?? "matomo performance");
      if (now || given) queue(window, "_paq").push([`${now ? "set" : "forget"}${kind}Given`]);
      given = now;
    },
  };
}

export default matomoSignal;
