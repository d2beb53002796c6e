import type { Migration } from "../../core/config/parts.ts";
import { decoded } from "../../lib/decoded.ts";
import { dict } from "../../lib/dict.ts";
import { onlyOne } from "./kit/onlyOne.ts";
import type { MigrationOptions } from "./kit/options.ts";
import { readOptions } from "./kit/readOptions.ts";

/**
 * OneTrust Cookie Consent (CookiePro, Optanon). `OptanonConsent` is written before any choice, filled with
 * the template's presets: it counts only beside `OptanonAlertBoxClosed`, whose ISO date is the time of the
 * choice, and not while OneTrust waits to ask again. Names are group ids (`C0002`).
 *
 * @confidence high for the cookies and the class; the cookies do not tell a closed banner from a choice
 * @source https://my.onetrust.com/articles/en_US/Knowledge/UUID-518074a1-a6da-81c3-be52-bae7685d9c94
 * @source https://developer.onetrust.com/onetrust/docs/javascript-api
 * @source ten OptanonConsent values of 2021 to 2026
 * @source ryanbr/consent-rr, notes on otSDKStub.js and otBannerSdk.js
 * @param options what of the other tool answers for what here
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { oneTrust } from "consentry/migrate/onetrust";
 *
 * createConsent({ controller: { name: "Acme BV" }, migrate: [oneTrust({ map: { C0002: "performance" } })] });
 */
export function oneTrust(options: MigrationOptions): Migration {
  return {
    id: "onetrust",
    map: readOptions(options).map,
    read({ cookies }) {
      const at = Date.parse(decoded(onlyOne(cookies("OptanonAlertBoxClosed")) ?? ""));
      // Form-urlencoded: decoding it first would confuse "+" and "%2B".
      const fields = new URLSearchParams(onlyOne(cookies("OptanonConsent")) ?? "");
      const [groups, more] = fields.getAll("groups");
      if (Number.isNaN(at) || more != null || fields.get("AwaitingReconsent") == "true")
        return null;
      const answers = dict<boolean>();
      for (const group of groups?.split(",") ?? []) {
        const [, name, value] = /^([\w.-]{1,64}):([01])$/.exec(group) ?? [];
        // Named twice: a refusal outweighs.
        if (name) answers[name] = value == "1" && answers[name] !== false;
      }
      return { answers, at };
    },
    selector: '[class*="optanon-category-"]',
    // Several in one class: OneTrust asks for each.
    names: (element) =>
      [...element.classList].flatMap((name) =>
        name.startsWith("optanon-category-") ? name.slice(17).split(/[-,]/) : [],
      ),
  };
}

export default oneTrust;
