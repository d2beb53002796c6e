import type { Signal } from "../../core/config/parts.ts";
import { unknownOptions } from "../services/kit/unknownOptions.ts";
import { invoke } from "../services/kit/invoke.ts";
import { allowed } from "./kit/allowed.ts";

/** What `adobeSignal` takes. */
export interface AdobeSignalOptions {
  /** Which service or category answers: the first that has an answer decides. */
  ids?: string;
  /** Categories of the ID service's opt-in object. Default: Analytics and the ID service. */
  optIn?: string[];
}

/**
 * Adobe consent: the Web SDK's `setConsent` and the ID service's opt-in object, whichever the page
 * has. Before a choice the page holds them by `defaultConsent: "pending"` or `doesOptInApply:
 * true`.
 *
 * @confidence medium
 * @source https://experienceleague.adobe.com/docs/experience-platform/web-sdk/commands/setconsent.html
 * @source https://experienceleague.adobe.com/docs/id-service/using/implementation/opt-in-service/api.html
 * @unverified the opt-in object's method names are from its reference only, not from a running page
 * @param options may be left out, as each of its fields may
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { adobeSignal } from "consentry/signals/adobe";
 *
 * createConsent({ controller: { name: "Acme BV" }, signals: [adobeSignal()] });
 */
export function adobeSignal(options: AdobeSignalOptions = {}): Signal {
  return {
    id: "adobe",
    findings: unknownOptions(options, ["ids", "optIn"]),
    start() {
      // Both are held by their own configuration.
    },
    update({ window, permits }) {
      const granted = allowed(permits, options.ids ?? "adobe-analytics performance");
      const value = { collect: { val: granted ? "y" : "n" } };
      invoke(window, "alloy", "setConsent", {
        consent: [{ standard: "Adobe", version: "2.0", value }],
      });
      const categories = options.optIn ?? ["aa", "ecid"];
      invoke(window, `adobe.optIn.${granted ? "approve" : "deny"}`, categories, true);
      invoke(window, "adobe.optIn.complete");
    },
  };
}

export default adobeSignal;
