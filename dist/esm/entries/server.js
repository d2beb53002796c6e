import { parseGate } from '../core/parseGate.js';
import { permits } from '../core/permits.js';
import { resume } from '../core/resume.js';
import { cookieTexts } from '../lib/cookieTexts.js';
import { decoded } from '../lib/decoded.js';

function readConsent(header, options, now = Date.now()) {
  const config = parseGate(options, () => {
  });
  const name = config.hostOnly ? "__Host-consentry" : "consentry";
  const texts = cookieTexts(header ?? "", name).map((text) => decoded(text.slice(0, 4200)));
  const state = resume(texts, config, now);
  return { state, permits: (ids) => permits(state, ids) };
}

export { readConsent };
