import { cookieTexts } from '../lib/cookieTexts.js';
import { decoded } from '../lib/decoded.js';

function choiceName(hostOnly, protocol) {
  return hostOnly && protocol == "https:" ? "__Host-consentry" : "consentry";
}
function readChoice(name, document) {
  try {
    return cookieTexts(document.cookie, name).map(decoded);
  } catch {
    return [];
  }
}

export { choiceName, readChoice };
