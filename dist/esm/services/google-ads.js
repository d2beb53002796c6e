import { defineService } from './kit/defineService.js';
import { google } from './kit/google.js';
import { startGtag } from './kit/gtag.js';
import { items } from './kit/items.js';
import { record } from './kit/record.js';

function googleAds(options) {
  return defineService(
    {
      id: "google-ads",
      name: "Google Ads",
      category: "marketing",
      purpose: "remarketing",
      ...google,
      hosts: [
        "www.googletagmanager.com",
        "www.googleadservices.com",
        "*.doubleclick.net",
        "*.googlesyndication.com",
        "www.google.com"
      ],
      storage: [
        ...items("cookie", "campaign", "90 days", [
          "_gcl_au",
          "_gcl_aw",
          "_gcl_dc",
          "_gcl_gb",
          "_gcl_gs",
          "_gcl_gf",
          "_gcl_ha",
          "_gcl_ag",
          "_gac_*",
          "FPGCLAW",
          "FPGCLGB",
          "FPGCLDC",
          "FPAU"
        ]),
        ...items("localStorage", "campaign", "persistent", ["_gcl_ls"]),
        ...items("cookie", "visitor", "13 months", ["IDE"], { party: "third" }),
        ...items("cookie", "probe", "15 minutes", ["test_cookie"], { party: "third" }),
        ...items("cookie", "visitor", "2 weeks", ["DSID"], { party: "third" }),
        ...items("cookie", "probe", "3 months", ["ar_debug"], { party: "third" }),
        ...items("cookie", "preferences", "6 months", ["NID"], { party: "third" })
      ],
      signals: ["google-consent-mode"]
    },
    options,
    (read) => {
      const id = read("id", /^AW-\d{6,14}$/);
      const layer = read("dataLayer", /^[A-Za-z_$][\w$]*$/, "dataLayer");
      return {
        load: id ? (context) => startGtag(context, id, layer, record(options, "config")) : void 0
      };
    }
  );
}

export { googleAds as default, googleAds };
