import { safeDocument } from '../lib/safeDocument.js';

function browserEnv() {
  return {
    window,
    document: safeDocument(document),
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    patience: 1e4
  };
}

export { browserEnv };
