import { decoded } from '../lib/decoded.js';
import { dict } from '../lib/dict.js';
import { keysOf } from '../lib/keysOf.js';
import { listOf } from '../lib/listOf.js';
import { own } from '../lib/own.js';
import { parseJson } from '../lib/parseJson.js';
import { onlyOne } from './kit/onlyOne.js';
import { readOptions } from './kit/readOptions.js';

function klaro(options) {
  const { map, text } = readOptions(options);
  const name = text("name", "klaro");
  return {
    id: "klaro",
    map,
    read({ cookies, local }) {
      const kept = cookies(name);
      const stored = onlyOne(kept.length ? kept : [local(name) ?? ""]);
      const consents = stored && parseJson(decoded(stored));
      if (listOf(consents, 0)) return null;
      const answers = dict();
      for (const service of keysOf(consents)) {
        const answer = own(consents, service);
        if (typeof answer == "boolean") answers[service] = answer;
      }
      return { answers };
    },
    selector: "[data-name]:not([data-type=placeholder])",
    names: (element) => [element.getAttribute("data-name")]
  };
}

export { klaro as default, klaro };
