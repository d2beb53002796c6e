import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';
import { record } from './kit/record.js';

function amplitude(options) {
  return defineService(
    {
      id: "amplitude",
      name: "Amplitude",
      category: "performance",
      purpose: "analytics",
      provider: { name: "Amplitude, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://amplitude.com/privacy",
      hosts: ["*.amplitude.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["AMP_*"]),
        ...items("cookie", "campaign", "1 year", ["AMP_MKTG_*", "AMP_MKTG_ORIGINAL_*"]),
        ...items("cookie", "probe", "session", [
          "AMP_TEST",
          "AMP_TLDTEST",
          "__tld_test_*",
          "_tldtest_*"
        ]),
        ...items("cookie", "visitor", "10 years", ["amp_*", "amplitude_*"]),
        ...items("localStorage", "state", "persistent", ["AMP_*"]),
        ...items("sessionStorage", "session", "session", ["AMP_*"]),
        ...items("indexedDB", "state", "persistent", ["amplitude_*", "AMP_*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{32}$/);
      const script = read(
        "script",
        /^https?:\/\/[\w.-]+(:\d+)?\/[\w./-]+$/,
        `https://cdn.amplitude.com/script/${id}.js`
      );
      return {
        load: id ? async (context) => {
          const { window } = context;
          await loadScript(context, script);
          if (once(context, "amplitude")) {
            invoke(window, "amplitude.init", id, record(options, "config"));
          }
          invoke(window, "amplitude.setOptOut", false);
        } : void 0,
        grant({ window }) {
          invoke(window, "amplitude.setOptOut", false);
        },
        revoke({ window }) {
          invoke(window, "amplitude.setOptOut", true);
        },
        hosts: script.startsWith("https://cdn.amplitude.com/") ? void 0 : [new URL(script).host, "*.amplitude.com"]
      };
    }
  );
}

export { amplitude, amplitude as default };
