import { own } from '../lib/own.js';
import { defineService } from './kit/defineService.js';
import { google } from './kit/google.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function googleRecaptcha(options) {
  return defineService(
    {
      id: "google-recaptcha",
      name: "Google reCAPTCHA",
      category: "functional",
      purpose: "security",
      ...google,
      hosts: ["www.google.com", "www.recaptcha.net", "www.gstatic.com"],
      storage: [
        ...items("cookie", "security", "6 months", ["_GRECAPTCHA"], { party: "third" }),
        ...items("localStorage", "security", "persistent", ["_grecaptcha"]),
        ...items("localStorage", "security", "persistent", ["rc::a", "rc::f", "rc::d-*"], {
          party: "third"
        }),
        ...items("sessionStorage", "security", "session", ["rc::b", "rc::c", "rc::d-*"], {
          party: "third"
        }),
        ...items("cookie", "preferences", "6 months", ["NID"], { party: "third" })
      ]
    },
    options,
    (read) => {
      const render = read("render", /^[\w-]{6,60}$/);
      const host = read("host", /^www\.(google\.com|recaptcha\.net)$/, "www.google.com");
      const file = own(options, "enterprise") === true ? "enterprise" : "api";
      const url = `https://${host}/recaptcha/${file}.js?render=${encodeURIComponent(render)}`;
      return {
        load: render ? (context) => loadScript(context, url, void 0, "recaptcha") : void 0
      };
    }
  );
}

export { googleRecaptcha as default, googleRecaptcha };
