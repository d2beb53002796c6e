/** What a rule rests on, and what it asks. */
export interface Rule {
  /** In a few words. */
  title: string;
  /** The law or standard, with its clause. */
  clause: string;
  /** Who can judge it: the files, a browser, both, or only a person. */
  by: "files" | "browser" | "both" | "person";
}

export type RuleId =
  | "service-unmarked"
  | "third-party-unmarked"
  | "marked-but-runs"
  | "mark-without-effect"
  | "marked-too-weakly"
  | "unknown-id"
  | "held-without-nonce"
  | "sdk-imported"
  | "request-before-consent"
  | "storage-before-consent"
  | "request-after-refusal"
  | "storage-after-refusal"
  | "request-after-withdrawal"
  | "storage-after-withdrawal"
  | "not-what-was-chosen"
  | "refusal-not-kept"
  | "grant-without-effect"
  | "policy-blocks-permitted"
  | "gpc-ignored"
  | "no-banner"
  | "no-reject"
  | "buttons-unequal"
  | "low-contrast"
  | "pre-ticked"
  | "scrolling-consents"
  | "no-way-back"
  | "wall"
  | "not-by-keyboard"
  | "other-language"
  | "not-informed"
  | "storage-undeclared"
  | "longer-than-declared"
  | "declared-unseen"
  | "no-record"
  | "data-layer-silent"
  | "page-not-finished"
  | "consent-mode-granted";

const ACCESS = "ePrivacy Directive 2002/58/EC art. 5(3)";
const CONSENT = "GDPR art. 4(11) and 7";

/** Every rule, by its id. An id never changes its meaning: baselines and pull requests rest on it. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  "service-unmarked": {
    title: "A service of the catalogue is fetched without a mark",
    clause: ACCESS,
    by: "files",
  },
  "third-party-unmarked": {
    title: "Another host is asked without a mark",
    clause: ACCESS,
    by: "files",
  },
  "marked-but-runs": {
    title: "What is marked is fetched or runs all the same",
    clause: ACCESS,
    by: "files",
  },
  "mark-without-effect": {
    title: "A mark stands where the library does not act",
    clause: ACCESS,
    by: "files",
  },
  "marked-too-weakly": {
    title: "A service waits for a category that asks for less than its own",
    clause: `${CONSENT}; recital 32 (specific consent)`,
    by: "files",
  },
  "unknown-id": {
    title: "A mark names what the configuration does not know",
    clause: "Fails closed: it never runs",
    by: "files",
  },
  "held-without-nonce": {
    title: "A held script lacks the nonce of the library's tag",
    clause: "Fails closed: it never runs",
    by: "files",
  },
  "sdk-imported": {
    title: "The program itself starts a vendor's package",
    clause: ACCESS,
    by: "files",
  },
  "request-before-consent": {
    title: "Another host was asked before any decision",
    clause: ACCESS,
    by: "browser",
  },
  "storage-before-consent": {
    title: "Something was stored before any decision",
    clause: ACCESS,
    by: "browser",
  },
  "request-after-refusal": {
    title: "Another host was asked after a refusal",
    clause: `${ACCESS}; ${CONSENT}`,
    by: "browser",
  },
  "storage-after-refusal": {
    title: "Something was stored after a refusal",
    clause: `${ACCESS}; ${CONSENT}`,
    by: "browser",
  },
  "request-after-withdrawal": {
    title: "Another host was asked after a withdrawal",
    clause: "GDPR art. 7(3)",
    by: "browser",
  },
  "storage-after-withdrawal": {
    title: "What a service stored outlives the withdrawal",
    clause: "GDPR art. 7(3) and 17(1)(b)",
    by: "browser",
  },
  "not-what-was-chosen": {
    title: "More ran than the one thing that was chosen",
    clause: "GDPR recital 32 and 43 (separate consent for separate purposes)",
    by: "browser",
  },
  "refusal-not-kept": {
    title: "A refusal is not remembered: the visitor is asked anew",
    clause: "EDPB Cookie Banner Taskforce report (2023); CNIL recommendation 2020-092, 3.1",
    by: "browser",
  },
  "grant-without-effect": {
    title: "What was permitted does not run",
    clause: "Accuracy: GDPR art. 5(1)(d)",
    by: "browser",
  },
  "policy-blocks-permitted": {
    title: "The content security policy blocks what is permitted",
    clause: "Accuracy: GDPR art. 5(1)(d)",
    by: "browser",
  },
  "gpc-ignored": {
    title: "Global Privacy Control is not honoured",
    clause: "CCPA Regulations § 7025 (US visitors); W3C Global Privacy Control",
    by: "browser",
  },
  "no-banner": {
    title: "Nobody asks, and something asks for consent",
    clause: CONSENT,
    by: "browser",
  },
  "no-reject": {
    title: "The first layer offers no refusal",
    clause: "EDPB Cookie Banner Taskforce report (2023), type A",
    by: "browser",
  },
  "buttons-unequal": {
    title: "Accepting is made easier than refusing",
    clause: "EDPB Cookie Banner Taskforce report (2023), types D and E; EDPB Guidelines 03/2022",
    by: "browser",
  },
  "low-contrast": {
    title: "The banner's buttons are hard to read",
    clause: "WCAG 2.2, 1.4.3; European Accessibility Act",
    by: "browser",
  },
  "pre-ticked": {
    title: "An optional switch is on before it was touched",
    clause: "CJEU C-673/17 Planet49; EDPB Guidelines 05/2020, 79",
    by: "browser",
  },
  "scrolling-consents": {
    title: "Scrolling, or leaving the banner alone, counts as consent",
    clause: "EDPB Guidelines 05/2020, 84 to 86",
    by: "browser",
  },
  "no-way-back": {
    title: "Nothing on the page leads back to the choice",
    clause: "GDPR art. 7(3)",
    by: "browser",
  },
  wall: {
    title: "The page cannot be read after a refusal",
    clause: "EDPB Guidelines 05/2020, 39",
    by: "browser",
  },
  "not-by-keyboard": {
    title: "The banner cannot be reached by keyboard",
    clause: "WCAG 2.2, 2.1.1 and 2.4.3; European Accessibility Act",
    by: "browser",
  },
  "other-language": {
    title: "The banner speaks another language than the page",
    clause: "GDPR art. 12(1)",
    by: "browser",
  },
  "not-informed": {
    title: "The first layer does not say who asks, or leads to no notice",
    clause: "GDPR art. 13; EDPB Guidelines 05/2020, 64",
    by: "browser",
  },
  "storage-undeclared": {
    title: "What is stored stands in no table",
    clause: "GDPR art. 13; CJEU C-673/17, 75 to 81",
    by: "browser",
  },
  "longer-than-declared": {
    title: "A cookie lives longer than the table says",
    clause: "CJEU C-673/17, 79; GDPR art. 5(1)(e)",
    by: "browser",
  },
  "declared-unseen": {
    title: "What the table declares was not seen in any state",
    clause: "Accuracy: GDPR art. 5(1)(d) and 13",
    by: "browser",
  },
  "no-record": {
    title: "A decision leaves no record",
    clause: "GDPR art. 7(1)",
    by: "browser",
  },
  "data-layer-silent": {
    title: "The data layer heard nothing of the decision",
    clause: "Google Consent Mode v2",
    by: "browser",
  },
  "page-not-finished": {
    title: "The page could not be looked at to the end",
    clause: "No verdict",
    by: "browser",
  },
  "consent-mode-granted": {
    title: "Consent Mode is granted before any choice",
    clause: `${ACCESS}; Google Consent Mode v2`,
    by: "both",
  },
};
