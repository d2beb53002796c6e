import { decoded } from '../lib/decoded.js';
import { dict } from '../lib/dict.js';
import { onlyOne } from './kit/onlyOne.js';
import { readOptions } from './kit/readOptions.js';

function cookiebot(options) {
  return {
    id: "cookiebot",
    map: readOptions(options).map,
    read({ cookies }) {
      const text = decoded(onlyOne(cookies("CookieConsent")) ?? "");
      const [, inner] = /^\{([^{}]*)\}$/.exec(text) ?? [];
      if (inner == null) return null;
      const fields = dict();
      for (const part of inner.split(",")) {
        const [, name, value] = /^\s*(\w+):'?([^']*)'?\s*$/.exec(part) ?? [];
        if (!name) continue;
        if (name in fields) return null;
        fields[name] = value;
      }
      const { method, stamp, utc } = fields;
      if (method != "explicit" || stamp == "-1") return null;
      const answers = dict();
      for (const name of ["preferences", "statistics", "marketing"]) {
        if (/^(true|false)$/.test(fields[name] ?? "")) answers[name] = fields[name] == "true";
      }
      return { answers, .../^\d{13}$/.test(utc ?? "") && { at: Number(utc) } };
    },
    selector: "[data-cookieconsent]",
    names: (element) => element.getAttribute("data-cookieconsent").toLowerCase().split(",").map((name) => name.trim()).filter((name) => name && name != "ignore"),
    address: "data-cookieblock-src"
  };
}

export { cookiebot, cookiebot as default };
