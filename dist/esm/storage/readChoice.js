import { cookieValues } from '../lib/cookieValues.js';

function choiceName(hostOnly, protocol) {
  return hostOnly && protocol == "https:" ? "__Host-consentry" : "consentry";
}
function readChoice(name, document) {
  try {
    return cookieValues(document.cookie, name);
  } catch {
    return [];
  }
}

export { choiceName, readChoice };
