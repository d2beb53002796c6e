import type { Signal } from "../../core/config/parts.ts";
import { unknownOptions } from "../services/kit/unknownOptions.ts";
import { invoke } from "../services/kit/invoke.ts";
import { allowed } from "./kit/allowed.ts";

/** What `mixpanelSignal` takes. */
export interface MixpanelSignalOptions {
  /** Which service or category answers: the first that has an answer decides. */
  ids?: string;
}

/**
 * Mixpanel opt-in and opt-out, for a Mixpanel that something else starts. Such a page holds it
 * until a choice by `opt_out_tracking_by_default` and `opt_out_persistence_by_default` in its own
 * `init`.
 *
 * @confidence high
 * @source npm mixpanel-browser@2.83.0
 * @param options may be left out, as each of its fields may
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { mixpanelSignal } from "consentry/signals/mixpanel";
 *
 * createConsent({ controller: { name: "Acme BV" }, signals: [mixpanelSignal()] });
 */
export function mixpanelSignal(options: MixpanelSignalOptions = {}): Signal {
  const { ids = "mixpanel performance" } = options;
  return {
    id: "mixpanel",
    findings: unknownOptions(options, ["ids"]),
    start() {
      // Nothing can be queued before Mixpanel's own `init`.
    },
    update({ window, permits }) {
      invoke(window, `mixpanel.opt_${allowed(permits, ids) ? "in" : "out"}_tracking`);
    },
  };
}

export default mixpanelSignal;
