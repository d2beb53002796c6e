import type { Migration } from "../../core/config/parts.ts";
import { decoded } from "../../lib/decoded.ts";
import { dict } from "../../lib/dict.ts";
import { listOf } from "../../lib/listOf.ts";
import { own } from "../../lib/own.ts";
import { parseJson } from "../../lib/parseJson.ts";
import { onlyOne } from "./kit/onlyOne.ts";
import type { NamedOptions } from "./kit/options.ts";
import { readOptions } from "./kit/readOptions.ts";

/** What `vanillaCookieconsent` takes. */
export interface VanillaOptions extends NamedOptions {
  /** The `revision` of your configuration there, a number. A choice under another one is asked again. Absent: any counts. */
  revision?: number;
}

/**
 * vanilla-cookieconsent (orestbida/cookieconsent) 3. `cc_cookie` holds percent-encoded JSON, localStorage
 * plain JSON; either is written by a choice. It lists what was accepted: what the mapping names and the
 * list does not is a refusal. Names are categories, and `category/service` for services.
 *
 * @confidence high for version 3; version 2 keeps other fields and is asked again
 * @source orestbida/cookieconsent@8596c79 src/utils/cookies.js, src/utils/scripts.js, src/utils/general.js
 * @source npm vanilla-cookieconsent@3.1.0, run in a browser
 * @param options what of the other tool answers for what here
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { vanillaCookieconsent } from "consentry/migrate/vanilla-cookieconsent";
 *
 * createConsent({ controller: { name: "Acme BV" }, migrate: [vanillaCookieconsent({ map: { analytics: "performance" } })] });
 */
export function vanillaCookieconsent(options: VanillaOptions): Migration {
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
      const accepted = listOf(own(choice, "categories"), 1000);
      const last = own(choice, "lastConsentTimestamp") ?? own(choice, "consentTimestamp");
      const at = typeof last == "string" ? Date.parse(last) : NaN;
      if (!accepted || Number.isNaN(at)) return null;
      if (revision !== undefined && own(choice, "revision") !== revision) return null;
      const answers = dict<boolean>();
      for (const key of Object.keys(map)) {
        const [category, ...service] = key.split("/");
        const services = listOf(own(own(choice, "services"), category!), 1000);
        answers[key] = service.length
          ? !!services?.includes(service.join("/"))
          : accepted.includes(category);
      }
      return { answers, at };
    },
    selector: "script[data-category]",
    names(element) {
      const parts = ["data-category", "data-service"]
        .map((key) => element.getAttribute(key))
        .filter((part) => part != null && part != "") as string[];
      const not = parts.some((part) => part.startsWith("!")) ? "!" : "";
      return [not + parts.map((part) => part.replace(/^!/, "")).join("/")];
    },
  };
}

export default vanillaCookieconsent;
