import type { Signal, SignalContext } from "../../core/config/parts.ts";
import { queue } from "../services/kit/queue.ts";
import { allowed } from "./kit/allowed.ts";

export interface HubspotSignalOptions {
  /** Which service or category answers for each: the first that has an answer decides. */
  analytics?: string;
  advertisement?: string;
  functionality?: string;
}

/**
 * HubSpot consent, handed over from another banner. HubSpot does not keep it, so it is sent on
 * every page; its own banner is switched off.
 *
 * @confidence high
 * @source https://developers.hubspot.com/docs/api/events/cookie-banner
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
    start(context) {
      context.window.disableHubSpotCookieBanner = true;
      send(context, () => false);
    },
    update: (context) => send(context, context.permits),
  };
}

export default hubspotSignal;
