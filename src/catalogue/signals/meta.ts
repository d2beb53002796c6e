import type { Signal, SignalContext } from "../../core/config/parts.ts";
import { invoke } from "../services/kit/invoke.ts";
import { allowed } from "./kit/allowed.ts";

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
 */
export function metaSignal({ ids = "meta-pixel marketing" }: MetaSignalOptions = {}): Signal {
  const send = ({ window }: SignalContext, granted: boolean): void => {
    invoke(window, "fbq", "consent", granted ? "grant" : "revoke");
  };
  return {
    id: "meta",
    start: (context) => send(context, false),
    update: (context) => send(context, allowed(context.permits, ids)),
  };
}

export default metaSignal;
