import type { Migration } from "../../core/config/parts.ts";
import { decoded } from "../../lib/decoded.ts";
import { dict } from "../../lib/dict.ts";
import { keysOf } from "../../lib/keysOf.ts";
import { listOf } from "../../lib/listOf.ts";
import { own } from "../../lib/own.ts";
import { parseJson } from "../../lib/parseJson.ts";
import { onlyOne } from "./kit/onlyOne.ts";
import type { NamedOptions } from "./kit/options.ts";
import { readOptions } from "./kit/readOptions.ts";

/**
 * Klaro (KIProtect). One percent-encoded JSON object of service names and booleans, in a cookie or, where
 * the site chose so, in localStorage; written only when the visitor saves. It keeps no date.
 *
 * @confidence high
 * @source kiprotect/klaro@db9f1ac src/consent-manager.js, src/stores.js
 * @source npm klaro@0.7.22, run in a browser
 * @param options what of the other tool answers for what here
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { klaro } from "consentry/migrate/klaro";
 *
 * createConsent({ controller: { name: "Acme BV" }, migrate: [klaro({ map: { matomo: "performance" } })] });
 */
export function klaro(options: NamedOptions): Migration {
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
      const answers = dict<boolean>();
      for (const service of keysOf(consents)) {
        const answer = own(consents, service);
        if (typeof answer == "boolean") answers[service] = answer;
      }
      return { answers };
    },
    selector: "[data-name]:not([data-type=placeholder])",
    names: (element) => [element.getAttribute("data-name")!],
  };
}

export default klaro;
