import { HEX32, UUID, type Expectation } from "./expectation.ts";

/** Chat and captchas. */
export const functional: Record<string, Expectation> = {
  smartsupp: {
    options: { id: "0123456789abcdef0123456789abcdef01234567" },
    scripts: ["https://www.smartsuppchat.com/loader.js"],
    window: {
      _smartsupp: { key: "0123456789abcdef0123456789abcdef01234567" },
      smartsupp: { _: [] },
    },
    vendor: ["smartsupp"],
    revoked: [
      ["smartsupp", "analyticsConsent", false],
      ["smartsupp", "marketingConsent", false],
    ],
  },
  intercom: {
    options: { id: "abc12345", config: { api_base: "https://api-iam.eu.intercom.io" } },
    scripts: ["https://widget.intercom.io/widget/abc12345"],
    window: {
      intercomSettings: { app_id: "abc12345", api_base: "https://api-iam.eu.intercom.io" },
      Intercom: { q: [], c: "(function)" },
    },
    vendor: ["Intercom"],
    granted: [
      ["Intercom", "boot", { app_id: "abc12345", api_base: "https://api-iam.eu.intercom.io" }],
    ],
    revoked: [["Intercom", "shutdown"]],
  },
  zendesk: {
    options: { id: UUID },
    scripts: [[`https://static.zdassets.com/ekr/snippet.js?key=${UUID}`, { id: "ze-snippet" }]],
    vendor: ["zE"],
    granted: [["zE", "messenger:set", "cookies", "all"]],
    revoked: [["zE", "messenger:set", "cookies", "none"]],
  },
  crisp: {
    options: { id: UUID },
    scripts: ["https://client.crisp.chat/l.js"],
    window: { $crisp: [], CRISP_WEBSITE_ID: UUID },
    after: { $crisp: [["do", "session:reset"]] },
  },
  tawk: {
    options: { id: "0123456789abcdef01234567/1abcdef" },
    scripts: [
      [
        "https://embed.tawk.to/0123456789abcdef01234567/1abcdef",
        { charset: "UTF-8", crossorigin: "*" },
      ],
    ],
    window: { Tawk_API: {}, Tawk_LoadStart: "(date)" },
    vendor: ["Tawk_API.start", "Tawk_API.shutdown"],
    granted: [["Tawk_API.start"]],
    revoked: [["Tawk_API.shutdown"]],
  },
  userlike: {
    options: { id: HEX32 + HEX32 },
    scripts: [`https://userlike-cdn-widgets.s3-eu-west-1.amazonaws.com/${HEX32}${HEX32}.js`],
  },
  turnstile: {
    options: { render: "explicit" },
    scripts: ["https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit"],
  },
  hcaptcha: {
    options: { render: "onload" },
    scripts: ["https://js.hcaptcha.com/1/api.js?render=onload"],
  },
};
