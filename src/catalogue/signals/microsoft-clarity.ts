import type { Signal, SignalContext } from "../../core/config/parts.ts";
import { unknownOptions } from "../services/kit/unknownOptions.ts";
import { argumentsQueue } from "../services/kit/argumentsQueue.ts";
import { invoke } from "../services/kit/invoke.ts";
import { allowed } from "./kit/allowed.ts";

/** What `microsoftClaritySignal` takes. */
export interface MicrosoftClaritySignalOptions {
  /** Which service or category answers for statistics: the first that has an answer decides. */
  analytics?: string;
  /** The same for advertising. */
  ads?: string;
}

/**
 * Microsoft Clarity consent, version 2. The mixed-case keys are Microsoft's; both are required. The
 * stub is its own snippet's: without `v`, which would keep Clarity from starting.
 *
 * @confidence high
 * @source https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2
 * @source npm @microsoft/clarity@1.0.2
 * @param options may be left out, as each of its fields may
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { microsoftClaritySignal } from "consentry/signals/microsoft-clarity";
 *
 * createConsent({ controller: { name: "Acme BV" }, signals: [microsoftClaritySignal()] });
 */
export function microsoftClaritySignal(options: MicrosoftClaritySignalOptions = {}): Signal {
  const send = ({ window }: SignalContext, permits: (ids: string) => boolean): void => {
    const answer = (ids: string): string => (allowed(permits, ids) ? "granted" : "denied");
    argumentsQueue(window, "clarity");
    invoke(window, "clarity", "consentv2", {
      ad_Storage: answer(options.ads ?? "marketing"),
      analytics_Storage: answer(options.analytics ?? "microsoft-clarity performance"),
    });
  };
  return {
    id: "microsoft-clarity",
    findings: unknownOptions(options, ["analytics", "ads"]),
    start: (context) => send(context, () => false),
    update: (context) => send(context, context.permits),
  };
}

export default microsoftClaritySignal;
