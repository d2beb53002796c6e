import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function onetrust(options) {
  return defineService(
    {
      id: "onetrust",
      name: "OneTrust",
      category: "necessary",
      reason: "Holds the privacy choice that was made here before.",
      purpose: "consent",
      provider: { name: "OneTrust Technology Limited", country: "GB" },
      transfer: ["GB", "US"],
      privacyUrl: "https://www.onetrust.com/privacy-notice/",
      hosts: [],
      storage: [
        ...items(
          "cookie",
          "consent",
          "1 year",
          [
            "OptanonConsent",
            "OptanonAlertBoxClosed",
            "OptanonControl",
            "OptanonGroups",
            "eupubconsent-v2",
            "OTAdditionalConsentString",
            "OTGPPConsent",
            "OTVariant",
            "OneTrustWPCCPAGoogleOptOut",
            "usprivacy"
          ],
          { keep: true }
        ),
        ...items("localStorage", "consent", "persistent", ["OTAdditionalConsentString"], {
          keep: true
        })
      ]
    },
    options
  );
}

export { onetrust as default, onetrust };
