import type { Signal, SignalContext } from "../../core/config/parts.ts";
import { unknownOptions } from "../services/kit/unknownOptions.ts";
import { queue } from "../services/kit/queue.ts";
import { allowed } from "./kit/allowed.ts";

/** What `hubspotSignal` takes. */
export interface HubspotSignalOptions {
  /** What answers for analytics: the first service or category with an answer. Default `"performance"`. */
  analytics?: string;
  /** What answers for advertisement, in the same way. Default `"hubspot marketing"`. */
  advertisement?: string;
  /** What answers for functionality, in the same way. Default `"functional"`. */
  functionality?: string;
}

/**
 * HubSpot consent, handed over from another banner. HubSpot does not keep it, so it is sent on
 * every page; its own banner is switched off.
 *
 * @confidence high
 * @source https://developers.hubspot.com/docs/api/events/cookie-banner
 * @param options may be left out, as each of its fields may
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { hubspotSignal } from "consentry/signals/hubspot";
 *
 * createConsent({ controller: { name: "Acme BV" }, signals: [hubspotSignal()] });
 */
export function hubspotSignal(options: HubspotSignalOptions = {}): Signal {
  const send = ({ window }: SignalContext, permits: (ids: string) => boolean): void => {
    queue(window, "_hsp").push([
      "setHubSpotConsent",
      {
        analytics: allowed(permits, options.analytics ?? "performance"),
        advertisement: allowed(permits, options.advertisement ?? "hubspot marketing"),
        functionality: allowed(permits, options.functionality ?? "functional"),
      },
    ]);
  };
  return {
    id: "hubspot",
    findings: unknownOptions(options, ["analytics", "advertisement", "functionality"]),
    start(context) {
      context.window.disableHubSpotCookieBanner = true;
      send(context, () => false);
    },
    update: (context) => send(context, context.permits),
  };
}

export default hubspotSignal;
