import { argumentsQueue } from './kit/argumentsQueue.js';
import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';

function snapPixel(options) {
  return defineService(
    {
      id: "snap-pixel",
      name: "Snap Pixel",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Snap Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://values.snap.com/privacy/privacy-policy",
      hosts: ["sc-static.net", "*.snapchat.com"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["_scid", "_scid_r", "_sctr", "_sc_cspv"]),
        ...items("cookie", "session", "1 day", ["_schn", "_schn1"]),
        ...items("localStorage", "campaign", "persistent", ["u_sclid", "u_sclid_r", "u_scsid_r"]),
        ...items("sessionStorage", "session", "session", ["u_scsid*"]),
        ...items("cookie", "visitor", "13 months", ["sc_at", "sc-a-nonce", "X-AB"], {
          party: "third"
        })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      return {
        load: id ? (context) => {
          const { window } = context;
          if (once(context, `snaptr ${id}`)) {
            argumentsQueue(window, "snaptr", "queue", "handleRequest");
            invoke(window, "snaptr", "init", id);
            invoke(window, "snaptr", "track", "PAGE_VIEW");
          }
          return loadScript(context, "https://sc-static.net/scevent.min.js");
        } : void 0
      };
    }
  );
}

export { snapPixel as default, snapPixel };
