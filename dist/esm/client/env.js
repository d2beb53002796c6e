import { safeDocument } from '../lib/safeDocument.js';

function browserEnv() {
  return {
    window,
    document: safeDocument(document),
    now: Date.now,
    patience: 1e4
  };
}

export { browserEnv };
