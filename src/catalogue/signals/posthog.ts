import type { Signal } from "../../core/config/parts.ts";
import { unknownOptions } from "../services/kit/unknownOptions.ts";
import { invoke } from "../services/kit/invoke.ts";
import { allowed } from "./kit/allowed.ts";

/** What `posthogSignal` takes. */
export interface PosthogSignalOptions {
  /** Which service or category answers: the first that has an answer decides. */
  ids?: string;
}

/**
 * PostHog opt-in and opt-out, for a PostHog that something else starts. Such a page holds it until
 * a choice by `opt_out_capturing_by_default` and `opt_out_persistence_by_default` in its own
 * `init`.
 *
 * @confidence high
 * @source npm posthog-js@1.449.2
 * @param options may be left out, as each of its fields may
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { posthogSignal } from "consentry/signals/posthog";
 *
 * createConsent({ controller: { name: "Acme BV" }, signals: [posthogSignal()] });
 */
export function posthogSignal(options: PosthogSignalOptions = {}): Signal {
  const { ids = "posthog performance" } = options;
  return {
    id: "posthog",
    findings: unknownOptions(options, ["ids"]),
    start() {
      // Nothing can be queued before PostHog's own `init`.
    },
    update({ window, permits }) {
      if (allowed(permits, ids)) {
        invoke(window, "posthog.opt_in_capturing", { captureEventName: false });
      } else invoke(window, "posthog.opt_out_capturing");
    },
  };
}

export default posthogSignal;
