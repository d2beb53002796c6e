import { recordHash } from './recordHash.js';
import { serialise } from './serialise.js';

function sealRecord(fields, previous) {
  const text = serialise({ ...fields, schema: "consentry/1", previous });
  const record = JSON.parse(text);
  return { ...record, hash: recordHash(text, previous), text };
}

export { sealRecord };
