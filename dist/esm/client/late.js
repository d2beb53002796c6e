import { createLateEvents } from '../gate/lateEvents.js';
import { fetchCatalogue } from './fetchCatalogue.js';
import { createSignals } from './signals.js';

const late = {
  createLateEvents,
  createSignals,
  complete(session, files) {
    const { config, signals } = session;
    if (!files.length) return signals?.fetch(config)?.then(() => config);
    return fetchCatalogue(config, files, session).then(async (complete) => {
      await signals?.fetch(complete);
      return complete;
    });
  }
};

export { late };
