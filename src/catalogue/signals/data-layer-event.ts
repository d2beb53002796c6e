import type { Signal } from "../../core/config/parts.ts";
import { unknownOptions } from "../services/kit/unknownOptions.ts";
import { queue } from "../services/kit/queue.ts";
import { allowed } from "./kit/allowed.ts";
import { layersOf } from "./kit/layersOf.ts";

/** What `dataLayerEvent` takes. */
export interface DataLayerEventOptions {
  /** Categories and services to tell of. Default: the three optional categories. */
  ids?: readonly string[];
  /** Name of the event that triggers listen to. Default `"consentry"`. */
  event?: string;
  /** Name of the array, or names. Those that services name join them. Default `"dataLayer"`. */
  dataLayer?: string | readonly string[];
}

const IDS = ["functional", "performance", "marketing"];

/**
 * One event per decision for a tag manager's own triggers: `{ event: "consentry", consent: {
 * performance: true, … } }`. Nothing is pushed before a decision.
 *
 * @confidence high
 * @source https://developers.google.com/tag-platform/tag-manager/datalayer
 * @param options may be left out, as each of its fields may
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { dataLayerEvent } from "consentry/signals/data-layer-event";
 *
 * createConsent({ controller: { name: "Acme BV" }, signals: [dataLayerEvent()] });
 */
export function dataLayerEvent(options: DataLayerEventOptions = {}): Signal {
  return {
    id: "data-layer-event",
    findings: unknownOptions(options, ["ids", "event", "dataLayer"]),
    start() {
      // An event without an answer would only be noise.
    },
    update(context) {
      const { window, permits } = context;
      const answers = (options.ids ?? IDS).map((id): [string, boolean] => [
        id,
        allowed(permits, id),
      ]);
      for (const name of layersOf(options, context)) {
        queue(window, name).push({
          event: options.event ?? "consentry",
          consent: Object.fromEntries(answers),
        });
      }
    },
  };
}

export default dataLayerEvent;
