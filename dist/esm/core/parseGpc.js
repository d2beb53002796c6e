import { isId } from '../lib/isId.js';
import { listOf } from '../lib/listOf.js';
import { own } from '../lib/own.js';

function parseGpc(input, note) {
  const given = own(input, "gpc");
  if (given === void 0) return ["marketing"];
  const list = listOf(given, 40);
  if (!list?.every(isId)) note("wrong-type", "gpc");
  return list?.filter(isId) ?? ["marketing"];
}

export { parseGpc };
