import { readOption } from './readOption.js';

function parseKeep(input, note) {
  const { text, url, oneOf } = readOption(input, note);
  return {
    domain: text("domain"),
    reload: oneOf("reload", "auto", "always", "never"),
    collector: url("collector")
  };
}

export { parseKeep };
