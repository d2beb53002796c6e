import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function hcaptcha(options) {
  return defineService(
    {
      id: "hcaptcha",
      name: "hCaptcha",
      category: "functional",
      purpose: "security",
      provider: { name: "Intuition Machines, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.hcaptcha.com/privacy",
      hosts: ["js.hcaptcha.com", "hcaptcha.com", "*.hcaptcha.com"],
      storage: [
        ...items("cookie", "security", "1 year", ["hmt_id", "hc_accessibility"], {
          party: "third"
        }),
        ...items("cookie", "delivery", "session", ["session", "__cflb", "__cf_bm"], {
          party: "third"
        }),
        ...items("localStorage", "security", "persistent", ["_hcaptcha*"])
      ]
    },
    options,
    (read) => {
      const render = read("render", /^(explicit|onload)$/);
      const url = `https://js.hcaptcha.com/1/api.js?render=${render}`;
      return { load: render ? (context) => loadScript(context, url) : void 0 };
    }
  );
}

export { hcaptcha as default, hcaptcha };
