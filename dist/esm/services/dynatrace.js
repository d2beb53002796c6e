import { own } from '../lib/own.js';
import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function dynatrace(options) {
  return defineService(
    {
      id: "dynatrace",
      name: "Dynatrace",
      category: "performance",
      purpose: "monitoring",
      provider: { name: "Dynatrace Austria GmbH", country: "AT" },
      transfer: ["US"],
      privacyUrl: "https://www.dynatrace.com/company/trust-center/privacy/",
      hosts: ["*.dynatrace.com"],
      storage: [
        ...items("cookie", "session", "session", ["dtCookie*", "dtPC*", "rxvt*"]),
        ...items("cookie", "state", "session", ["dtSa*", "dtLatC*"]),
        ...items("cookie", "probe", "session", ["dTValidationCookie*"]),
        ...items("cookie", "visitor", "2 years", ["rxVisitor*"]),
        ...items("cookie", "state", "session", ["dtDisabled*"], { keep: true }),
        ...items("localStorage", "state", "persistent", [
          "dtAdk*",
          "dtCookie*",
          "rxVisitor*",
          "rxvt*"
        ]),
        ...items("sessionStorage", "state", "session", [
          "dtAdk*",
          "dtCookie*",
          "rxVisitor*",
          "rxvt*"
        ])
      ]
    },
    options,
    (read) => {
      const url = read("url", /^https:\/\/[\w-]+(\.[\w-]+)*\.dynatrace\.com\/jstag\/[\w./-]+\.js$/);
      const optIn = own(options, "optIn") === true;
      let wanted = false;
      const enable = (window) => {
        if (wanted) invoke(window, "dtrum.enable");
      };
      if (!url && !optIn) return {};
      return {
        async load(context) {
          const { window } = context;
          wanted = true;
          if (url) await loadScript(context, url, { crossorigin: "anonymous" });
          if (!optIn) return;
          if (window.dtrum) enable(window);
          else window.addEventListener("load", () => enable(window), { once: true });
        },
        grant({ window }) {
          wanted = true;
          if (optIn) enable(window);
        },
        revoke({ window }) {
          wanted = false;
          invoke(window, "dtrum.disable");
        },
        silencedBy: optIn ? "revoke" : "reload"
      };
    }
  );
}

export { dynatrace as default, dynatrace };
