import { own } from '../lib/own.js';
import { argumentsQueue } from './kit/argumentsQueue.js';
import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { listensTo } from './kit/listensTo.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';

function microsoftClarity(options) {
  return defineService(
    {
      id: "microsoft-clarity",
      name: "Microsoft Clarity",
      category: "performance",
      purpose: "recording",
      provider: { name: "Microsoft Ireland Operations Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://privacy.microsoft.com/privacystatement",
      hosts: ["*.clarity.ms", "c.bing.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["_clck"]),
        ...items("cookie", "session", "1 day", ["_clsk"]),
        ...items("sessionStorage", "session", "session", ["_cltk"]),
        ...items("cookie", "visitor", "1 year", ["CLID"], { party: "third" }),
        ...items("cookie", "visitor", "13 months", ["MUID", "SRM_B"], { party: "third" }),
        ...items("cookie", "state", "6 months", ["ANONCHK", "SM", "MR"], { party: "third" })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[a-z0-9]{6,20}$/);
      const bySignal = listensTo(options, "microsoft-clarity");
      const ads = own(options, "ads") === true;
      const tell = (window, granted) => {
        const answer = (yes) => yes ? "granted" : "denied";
        if (bySignal) return;
        invoke(window, "clarity", "consentv2", {
          ad_Storage: answer(granted && ads),
          analytics_Storage: answer(granted)
        });
      };
      return {
        load: id ? (context) => {
          argumentsQueue(context.window, "clarity");
          if (once(context, "clarity")) tell(context.window, true);
          return loadScript(context, `https://www.clarity.ms/tag/${id}`);
        } : void 0,
        grant: ({ window }) => tell(window, true),
        revoke: ({ window }) => tell(window, false)
      };
    }
  );
}

export { microsoftClarity as default, microsoftClarity };
