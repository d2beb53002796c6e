import type { Signal, SignalContext } from "../../core/config/parts.ts";
import { unknownOptions } from "../services/kit/unknownOptions.ts";
import { queue } from "../services/kit/queue.ts";
import { allowed } from "./kit/allowed.ts";

/** What `tiktokSignal` takes. */
export interface TiktokSignalOptions {
  /** Which service or category answers: the first that has an answer decides. */
  ids?: string;
}

/**
 * TikTok Pixel consent. Calls are arrays in `ttq`, which may wait there before the pixel's snippet.
 *
 * @confidence medium
 * @source https://business-api.tiktok.com/portal/docs/pixel-cookie-consent-mode/v1.3
 * @unverified TikTok's own page was not readable; the calls are in its base code
 * @param options may be left out, as each of its fields may
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { tiktokSignal } from "consentry/signals/tiktok";
 *
 * createConsent({ controller: { name: "Acme BV" }, signals: [tiktokSignal()] });
 */
export function tiktokSignal(options: TiktokSignalOptions = {}): Signal {
  const { ids = "tiktok-pixel marketing" } = options;
  const send = ({ window }: SignalContext, call: string): void => {
    const ttq: object = queue(window, "ttq");
    const method: unknown = Reflect.get(ttq, call);
    if (typeof method == "function") Reflect.apply(method, ttq, []);
    else queue(window, "ttq").push([call]);
  };
  return {
    id: "tiktok",
    findings: unknownOptions(options, ["ids"]),
    start: (context) => send(context, "holdConsent"),
    update: (context) =>
      send(context, allowed(context.permits, ids) ? "grantConsent" : "revokeConsent"),
  };
}

export default tiktokSignal;
