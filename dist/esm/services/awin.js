import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function awin(options) {
  return defineService(
    {
      id: "awin",
      name: "AWIN",
      category: "marketing",
      purpose: "campaign",
      provider: { name: "AWIN AG", country: "DE" },
      privacyUrl: "https://www.awin.com/gb/privacy",
      hosts: ["www.dwin1.com", "www.awin1.com", "www.zenaps.com"],
      storage: [
        ...items("cookie", "campaign", "1 year", ["_aw_m_*", "_aw_sn_*", "_aw_j_*", "_aw_xid_*"]),
        ...items("cookie", "campaign", "30 days", [
          "AwinChannelCookie",
          "_aw_channel",
          "awin_source",
          "lantern"
        ]),
        ...items("localStorage", "campaign", "persistent", ["AwinChannelCookie", "_aw_*"]),
        ...items("cookie", "campaign", "1 year", ["bId", "AWSESS", "awpv*"], { party: "third" })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^\d{2,8}$/);
      const consent = (window, value) => {
        const awin2 = Object(window.AWIN);
        awin2.Tracking = Object.assign(Object(awin2.Tracking), { AdvertiserConsent: value });
        window.AWIN = awin2;
      };
      return {
        load: id ? (context) => {
          consent(context.window, true);
          return loadScript(context, `https://www.dwin1.com/${id}.js`);
        } : void 0,
        grant: ({ window }) => consent(window, true),
        revoke: ({ window }) => consent(window, false)
      };
    }
  );
}

export { awin, awin as default };
