import type { Signal, SignalContext } from "../../core/config/parts.ts";
import { unknownOptions } from "../services/kit/unknownOptions.ts";
import { invoke } from "../services/kit/invoke.ts";
import { allowed } from "./kit/allowed.ts";

/** What `snowplowSignal` takes. */
export interface SnowplowSignalOptions {
  /** Which service or category answers: the first that has an answer decides. */
  ids?: string;
  /** Name of the tracker's global function. Default `"snowplow"`. */
  name?: string;
}

/**
 * Snowplow anonymous tracking, for a tracker that something else starts: off with consent, on and
 * its user data cleared without. Anonymous events still go out, so this replaces no gate.
 *
 * @confidence high
 * @source npm @snowplow/browser-tracker-core@4.10.2
 * @param options may be left out, as each of its fields may
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { snowplowSignal } from "consentry/signals/snowplow";
 *
 * createConsent({ controller: { name: "Acme BV" }, signals: [snowplowSignal()] });
 */
export function snowplowSignal(options: SnowplowSignalOptions = {}): Signal {
  const send = ({ window }: SignalContext, granted: boolean): void => {
    const name = options.name ?? "snowplow";
    if (granted) {
      invoke(window, name, "disableAnonymousTracking", {
        stateStorageStrategy: "cookieAndLocalStorage",
      });
      return;
    }
    invoke(window, name, "enableAnonymousTracking", {
      options: { withServerAnonymisation: true },
      stateStorageStrategy: "none",
    });
    invoke(window, name, "clearUserData");
  };
  return {
    id: "snowplow",
    findings: unknownOptions(options, ["ids", "name"]),
    start: (context) => send(context, false),
    update: (context) =>
      send(context, allowed(context.permits, options.ids ?? "snowplow performance")),
  };
}

export default snowplowSignal;
