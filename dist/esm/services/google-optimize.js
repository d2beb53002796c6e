import { defineService } from './kit/defineService.js';
import { google } from './kit/google.js';
import { items } from './kit/items.js';

function googleOptimize(options) {
  return defineService(
    {
      id: "google-optimize",
      name: "Google Optimize",
      category: "performance",
      purpose: "testing",
      ...google,
      hosts: ["www.googleoptimize.com"],
      storage: [
        ...items("cookie", "testing", "90 days", ["_gaexp"]),
        ...items("cookie", "testing", "24 hours", [
          "_gaexp_rc",
          "_opt_awcid",
          "_opt_awmid",
          "_opt_awgid",
          "_opt_awkid",
          "_opt_utmc"
        ]),
        ...items("cookie", "testing", "10 seconds", ["_opt_expid"])
      ],
      silencedBy: "revoke",
      ended: true
    },
    options,
    (_read, mistake) => {
      mistake("service-ended", "");
      return {};
    }
  );
}

export { googleOptimize as default, googleOptimize };
