import type { Signal, SignalContext } from "../../core/config/parts.ts";
import { allowed } from "./kit/allowed.ts";

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
 */
export function microsoftUetSignal({ ids }: MicrosoftUetSignalOptions = {}): Signal {
  const push = ({ window }: SignalContext, command: string, granted: boolean): void => {
    // An array until bat.js has run, then a UET object: looked up each time.
    const found = window.uetq as { push?: unknown } | undefined;
    const queue = typeof found?.push == "function" ? (found as unknown[]) : (window.uetq = []);
    queue.push("consent", command, { ad_storage: granted ? "granted" : "denied" });
  };
  return {
    id: "microsoft-uet",
    start: (context) => push(context, "default", false),
    update: (context) =>
      push(context, "update", allowed(context.permits, ids || "microsoft-uet marketing")),
  };
}

export default microsoftUetSignal;
