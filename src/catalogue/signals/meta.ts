import type { Signal, SignalContext } from "../../core/config/parts.ts";
import { unknownOptions } from "../services/kit/unknownOptions.ts";
import { invoke } from "../services/kit/invoke.ts";
import { allowed } from "./kit/allowed.ts";

/** What `metaSignal` takes. */
export interface MetaSignalOptions {
  /** Which service or category answers: the first that has an answer decides. */
  ids?: string;
}

/**
 * Meta Pixel consent, for a pixel that something else starts (a tag manager). It speaks only to a
 * pixel that is there: the pixel's own snippet does nothing when it finds an `fbq`.
 *
 * @confidence high
 * @source https://developers.facebook.com/docs/meta-pixel/implementation/gdpr
 * @param options may be left out, as each of its fields may
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { metaSignal } from "consentry/signals/meta";
 *
 * createConsent({ controller: { name: "Acme BV" }, signals: [metaSignal()] });
 */
export function metaSignal(options: MetaSignalOptions = {}): Signal {
  const { ids = "meta-pixel marketing" } = options;
  const send = ({ window }: SignalContext, granted: boolean): void => {
    invoke(window, "fbq", "consent", granted ? "grant" : "revoke");
  };
  return {
    id: "meta",
    findings: unknownOptions(options, ["ids"]),
    start: (context) => send(context, false),
    update: (context) => send(context, allowed(context.permits, ids)),
  };
}

export default metaSignal;
