import { decoded } from '../lib/decoded.js';
import { dict } from '../lib/dict.js';
import { listOf } from '../lib/listOf.js';
import { own } from '../lib/own.js';
import { parseJson } from '../lib/parseJson.js';
import { onlyOne } from './kit/onlyOne.js';
import { readOptions } from './kit/readOptions.js';

function vanillaCookieconsent(options) {
  const { map, text } = readOptions(options);
  const name = text("name", "cc_cookie");
  const revision = own(options, "revision");
  return {
    id: "vanilla-cookieconsent",
    map,
    read({ cookies, local }) {
      const kept = cookies(name);
      const stored = kept.length ? decoded(onlyOne(kept) ?? "") : onlyOne([local(name) ?? ""]);
      const choice = parseJson(stored ?? "");
      const accepted = listOf(own(choice, "categories"), 1e3);
      const last = own(choice, "lastConsentTimestamp") ?? own(choice, "consentTimestamp");
      const at = typeof last == "string" ? Date.parse(last) : NaN;
      if (!accepted || Number.isNaN(at)) return null;
      if (revision !== void 0 && own(choice, "revision") !== revision) return null;
      const answers = dict();
      for (const key of Object.keys(map)) {
        const [category, ...service] = key.split("/");
        const services = listOf(own(own(choice, "services"), category), 1e3);
        answers[key] = service.length ? !!services?.includes(service.join("/")) : accepted.includes(category);
      }
      return { answers, at };
    },
    selector: "script[data-category]",
    names(element) {
      const parts = ["data-category", "data-service"].map((key) => element.getAttribute(key)).filter((part) => part != null && part != "");
      const not = parts.some((part) => part.startsWith("!")) ? "!" : "";
      return [not + parts.map((part) => part.replace(/^!/, "")).join("/")];
    }
  };
}

export { vanillaCookieconsent as default, vanillaCookieconsent };
