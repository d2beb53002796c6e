import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function paypal(options) {
  return defineService(
    {
      id: "paypal",
      name: "PayPal",
      category: "necessary",
      reason: "Takes the payment that you ask for and detects fraud in it.",
      purpose: "payment",
      provider: { name: "PayPal (Europe) S.\xE0 r.l. et Cie, S.C.A.", country: "LU" },
      transfer: ["US"],
      privacyUrl: "https://www.paypal.com/webapps/mpp/ua/privacy-full",
      hosts: ["www.paypal.com", "*.paypal.com", "www.paypalobjects.com"],
      storage: [
        ...items("localStorage", "payment", "persistent", ["__paypal_storage__*"], { keep: true }),
        ...items("cookie", "payment", "1 day", ["paypal-offers*"]),
        ...items(
          "cookie",
          "fraud",
          "3 years",
          ["ts", "ts_c", "tsrce", "nsid", "l7_az", "datadome", "rssk", "x-pp-s"],
          { party: "third" }
        ),
        ...items("cookie", "preferences", "1 year", ["LANG", "cookie_prefs", "enforce_policy"], {
          party: "third"
        })
      ]
    },
    options
  );
}

export { paypal as default, paypal };
