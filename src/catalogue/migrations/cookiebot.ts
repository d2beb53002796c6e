import type { Migration } from "../../core/config/parts.ts";
import { decoded } from "../../lib/decoded.ts";
import { dict } from "../../lib/dict.ts";
import { onlyOne } from "./kit/onlyOne.ts";
import type { MigrationOptions } from "./kit/options.ts";
import { readOptions } from "./kit/readOptions.ts";

/**
 * Cookiebot (Cybot, Usercentrics). `CookieConsent` holds a JavaScript literal, not JSON. Only
 * `method:'explicit'` is a choice: for visitors outside its regions the tool itself writes `'implied'`
 * with everything true and the stamp `'-1'`; older cookies without a method are asked again. Names are
 * `preferences`, `statistics`, `marketing`, and `necessary` for markup.
 *
 * @confidence high
 * @source https://www.cookiebot.com/en/developer/
 * @source CybotAS/CookiebotWP documentation/CookiebotAPI.md
 * @source CookieConsent values of 2022 to 2025 in public repositories
 * @source ryanbr/consent-rr, notes on uc.js: escapes, `data-cookieblock-src`, `ignore`
 * @param options what of the other tool answers for what here
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { cookiebot } from "consentry/migrate/cookiebot";
 *
 * createConsent({ controller: { name: "Acme BV" }, migrate: [cookiebot({ map: { statistics: "performance" } })] });
 */
export function cookiebot(options: MigrationOptions): Migration {
  return {
    id: "cookiebot",
    map: readOptions(options).map,
    read({ cookies }) {
      const text = decoded(onlyOne(cookies("CookieConsent")) ?? "");
      const [, inner] = /^\{([^{}]*)\}$/.exec(text) ?? [];
      if (inner == null) return null; // Among them "0" and "-1", which older versions wrote.
      const fields = dict<string>();
      for (const part of inner.split(",")) {
        const [, name, value] = /^\s*(\w+):'?([^']*)'?\s*$/.exec(part) ?? [];
        if (!name) continue;
        if (name in fields) return null;
        fields[name] = value!;
      }
      const { method, stamp, utc } = fields;
      if (method != "explicit" || stamp == "-1") return null;
      const answers = dict<boolean>();
      for (const name of ["preferences", "statistics", "marketing"]) {
        if (/^(true|false)$/.test(fields[name] ?? "")) answers[name] = fields[name] == "true";
      }
      return { answers, ...(/^\d{13}$/.test(utc ?? "") && { at: Number(utc) }) };
    },
    selector: "[data-cookieconsent]",
    names: (element) =>
      element
        .getAttribute("data-cookieconsent")!
        .toLowerCase()
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name && name != "ignore"),
    address: "data-cookieblock-src",
  };
}

export default cookiebot;
