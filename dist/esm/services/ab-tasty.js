import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function abTasty(options) {
  return defineService(
    {
      id: "ab-tasty",
      name: "AB Tasty",
      category: "performance",
      purpose: "testing",
      provider: { name: "AB Tasty SAS", country: "FR" },
      privacyUrl: "https://www.abtasty.com/privacy-policy/",
      hosts: ["*.abtasty.com"],
      storage: [
        ...items("cookie", "testing", "13 months", ["ABTasty"]),
        ...items("cookie", "session", "30 minutes", ["ABTastySession"]),
        ...items("cookie", "state", "session", [
          "ABTastyData*",
          "ABTastyRefData*",
          "ABTastyDebug*"
        ]),
        ...items("cookie", "probe", "session", ["ABTastyDomainTest*"]),
        ...items("cookie", "optout", "13 months", ["ABTastyOptout"], { keep: true }),
        ...items("localStorage", "testing", "persistent", ["ABTasty*", "abtasty*"]),
        ...items("sessionStorage", "testing", "session", ["ABTasty*", "abtasty*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{32}$/);
      return {
        load: id ? (context) => loadScript(context, `https://try.abtasty.com/${id}.js`) : void 0
      };
    }
  );
}

export { abTasty, abTasty as default };
