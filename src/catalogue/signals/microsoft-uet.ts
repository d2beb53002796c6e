import type { Signal, SignalContext } from "../../core/config/parts.ts";
import { unknownOptions } from "../services/kit/unknownOptions.ts";
import { allowed } from "./kit/allowed.ts";

/** What `microsoftUetSignal` takes. */
export interface MicrosoftUetSignalOptions {
  /**
   * Which service or category answers, separated by spaces: the first that has an answer decides.
   */
  ids?: string;
}

/**
 * Microsoft UET consent mode. Without a default UET assumes consent, so the denied default is
 * queued before bat.js; the three parts of a command are three elements of the array, as bat.js
 * reads them.
 *
 * @confidence high
 * @source https://help.ads.microsoft.com/apex/index/3/en/60119
 * @param options may be left out, as each of its fields may
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { microsoftUetSignal } from "consentry/signals/microsoft-uet";
 *
 * createConsent({ controller: { name: "Acme BV" }, signals: [microsoftUetSignal()] });
 */
export function microsoftUetSignal(options: MicrosoftUetSignalOptions = {}): Signal {
  const { ids } = options;
  const push = ({ window }: SignalContext, command: string, granted: boolean): void => {
    // An array until bat.js has run, then a UET object: looked up each time.
    const found = window.uetq as { push?: unknown } | undefined;
    const queue = typeof found?.push == "function" ? (found as unknown[]) : (window.uetq = []);
    queue.push("consent", command, { ad_storage: granted ? "granted" : "denied" });
  };
  return {
    id: "microsoft-uet",
    findings: unknownOptions(options, ["ids"]),
    start: (context) => push(context, "default", false),
    update: (context) =>
      push(context, "update", allowed(context.permits, ids || "microsoft-uet marketing")),
  };
}

export default microsoftUetSignal;
