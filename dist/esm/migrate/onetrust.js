import { decoded } from '../lib/decoded.js';
import { dict } from '../lib/dict.js';
import { onlyOne } from './kit/onlyOne.js';
import { readOptions } from './kit/readOptions.js';

function oneTrust(options) {
  return {
    id: "onetrust",
    map: readOptions(options).map,
    read({ cookies }) {
      const at = Date.parse(decoded(onlyOne(cookies("OptanonAlertBoxClosed")) ?? ""));
      const fields = new URLSearchParams(onlyOne(cookies("OptanonConsent")) ?? "");
      const [groups, more] = fields.getAll("groups");
      if (Number.isNaN(at) || more != null || fields.get("AwaitingReconsent") == "true")
        return null;
      const answers = dict();
      for (const group of groups?.split(",") ?? []) {
        const [, name, value] = /^([\w.-]{1,64}):([01])$/.exec(group) ?? [];
        if (name) answers[name] = value == "1" && answers[name] !== false;
      }
      return { answers, at };
    },
    selector: '[class*="optanon-category-"]',
    // Several in one class: OneTrust asks for each.
    names: (element) => [...element.classList].flatMap(
      (name) => name.startsWith("optanon-category-") ? name.slice(17).split(/[-,]/) : []
    )
  };
}

export { oneTrust as default, oneTrust };
