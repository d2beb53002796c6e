import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function turnstile(options) {
  return defineService(
    {
      id: "turnstile",
      name: "Cloudflare Turnstile",
      category: "functional",
      purpose: "security",
      provider: { name: "Cloudflare, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.cloudflare.com/turnstile-privacy-policy/",
      hosts: ["challenges.cloudflare.com"],
      storage: [
        ...items("cookie", "security", "1 year", ["cf_clearance"], { httpOnly: true, keep: true }),
        ...items("cookie", "security", "session", ["cf_chl*"], { party: "third" })
      ]
    },
    options,
    (read) => {
      const render = read("render", /^(explicit|onload)$/);
      const url = `https://challenges.cloudflare.com/turnstile/v0/api.js?render=${render}`;
      return { load: render ? (context) => loadScript(context, url) : void 0 };
    }
  );
}

export { turnstile as default, turnstile };
