import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';
import { queue } from './kit/queue.js';

function microsoftUet(options) {
  return defineService(
    {
      id: "microsoft-uet",
      name: "Microsoft Advertising (Bing Ads)",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Microsoft Ireland Operations Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://privacy.microsoft.com/privacystatement",
      hosts: ["bat.bing.com", "bat.bing.net", "c.bing.com", "www.bing.com", "c.clarity.ms"],
      storage: [
        ...items("cookie", "session", "1 day", ["_uetsid"]),
        ...items("cookie", "visitor", "13 months", ["_uetvid"]),
        ...items("cookie", "campaign", "90 days", ["_uetmsclkid"]),
        ...items("cookie", "optout", "persistent", ["_uetmsdns"], { keep: true }),
        ...items("cookie", "state", "10 minutes", ["_rmt_an_idt"]),
        ...items("localStorage", "visitor", "13 months", [
          "_uetsid",
          "_uetsid_exp",
          "_uetvid",
          "_uetvid_exp",
          "_uetmsclkid",
          "_uetmsclkid_exp"
        ]),
        ...items("cookie", "visitor", "13 months", ["MUID", "SRM_B", "MSPTC"], { party: "third" }),
        ...items("cookie", "state", "6 months", ["MR"], { party: "third" })
      ],
      signals: ["microsoft-uet"]
    },
    options,
    (read) => {
      const id = read("id", /^\d{1,12}$/);
      if (!id) return {};
      return {
        async load(context) {
          const { window } = context;
          queue(window, "uetq");
          await loadScript(context, "https://bat.bing.com/bat.js");
          if (typeof window.UET != "function" || !once(context, "uet")) return;
          const settings = { ti: id, enableAutoSpaTracking: true, q: window.uetq };
          window.uetq = Reflect.construct(window.UET, [settings]);
          queue(window, "uetq").push("pageLoad");
        }
      };
    }
  );
}

export { microsoftUet as default, microsoftUet };
