/** A tool that asks for consent: its files may come before the choice, because they make it possible. */
export interface ConsentTool {
  name: string;
  hosts: readonly string[];
}

export const CONSENT_TOOLS: readonly ConsentTool[] = [
  {
    name: "OneTrust",
    hosts: [
      "cdn.cookielaw.org",
      "*.onetrust.com",
      "*.cookiepro.com",
      "optanon.blob.core.windows.net",
    ],
  },
  {
    name: "Cookiebot",
    hosts: ["consent.cookiebot.com", "consent.cookiebot.eu", "consentcdn.cookiebot.com"],
  },
  { name: "Usercentrics", hosts: ["*.usercentrics.eu", "*.usercentrics.com"] },
  { name: "iubenda", hosts: ["cdn.iubenda.com", "cs.iubenda.com", "*.iubenda.com"] },
  { name: "CookieYes", hosts: ["cdn-cookieyes.com", "*.cookieyes.com"] },
  { name: "Didomi", hosts: ["sdk.privacy-center.org", "*.didomi.io"] },
  { name: "Axeptio", hosts: ["static.axept.io", "*.axept.io"] },
  { name: "Termly", hosts: ["app.termly.io"] },
  { name: "Osano", hosts: ["cmp.osano.com"] },
  { name: "TrustArc", hosts: ["consent.trustarc.com"] },
  { name: "consentmanager", hosts: ["*.consentmanager.net"] },
  { name: "Sourcepoint", hosts: ["cdn.privacy-mgmt.com"] },
  { name: "Ketch", hosts: ["global.ketchcdn.com"] },
  { name: "CookieFirst", hosts: ["consent.cookiefirst.com"] },
  { name: "CookieHub", hosts: ["cookiehub.net", "*.cookiehub.net", "cookiehub.eu"] },
];
