import { parseGpc } from './parseGpc.js';
import { readOption } from './readOption.js';

function parseKeep(input, note) {
  const { text, url, oneOf } = readOption(input, note);
  return {
    domain: text("domain"),
    reload: oneOf("reload", "auto", "always", "never"),
    collector: url("collector"),
    gpc: parseGpc(input, note)
  };
}

export { parseKeep };
