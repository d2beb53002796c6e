import { queue } from '../services/kit/queue.js';
import { allowed } from './kit/allowed.js';

const IDS = ["functional", "performance", "marketing"];
function dataLayerEvent(options = {}) {
  return {
    id: "data-layer-event",
    start() {
    },
    update({ window, permits }) {
      const answers = (options.ids ?? IDS).map((id) => [
        id,
        allowed(permits, id)
      ]);
      queue(window, options.dataLayer ?? "dataLayer").push({
        event: options.event ?? "consentry",
        consent: Object.fromEntries(answers)
      });
    }
  };
}

export { dataLayerEvent, dataLayerEvent as default };
