import type { Signal } from "../../core/config/parts.ts";
import { invoke } from "../services/kit/invoke.ts";
import { allowed } from "./kit/allowed.ts";

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
 */
export function posthogSignal({ ids = "posthog performance" }: PosthogSignalOptions = {}): Signal {
  return {
    id: "posthog",
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
