import type { RuleId } from "./rules.ts";

/** One of the 25 requirements that a consent tool is held to, and who can judge it. */
export interface Requirement {
  id: string;
  title: string;
  clause: string;
  /** Rules of this audit that find its breach; empty where no program can. */
  rules: readonly RuleId[];
  /** What a person has to answer. */
  question?: string;
}

/** In the order of the law, then of the proof, then of regions. */
export const REQUIREMENTS: readonly Requirement[] = [
  {
    id: "R1",
    title: "Nothing is stored or read before consent",
    clause: "ePrivacy Directive art. 5(3)",
    rules: [
      "service-unmarked",
      "third-party-unmarked",
      "marked-but-runs",
      "request-before-consent",
      "storage-before-consent",
    ],
  },
  {
    id: "R2",
    title: "What was not decided counts as denied",
    clause: "GDPR art. 4(11)",
    rules: ["request-before-consent", "consent-mode-granted"],
  },
  {
    id: "R3",
    title: "The first layer offers a refusal",
    clause: "EDPB Cookie Banner Taskforce (2023), A",
    rules: ["no-reject", "no-banner"],
  },
  {
    id: "R4",
    title: "Accepting and refusing are equally prominent",
    clause: "EDPB Guidelines 03/2022",
    rules: ["buttons-unequal"],
    question: "Do the words of both buttons and the text around them leave the choice open?",
  },
  { id: "R5", title: "The banner can be read", clause: "WCAG 2.2, 1.4.3", rules: ["low-contrast"] },
  {
    id: "R6",
    title: "Nothing is selected in advance",
    clause: "CJEU C-673/17",
    rules: ["pre-ticked"],
  },
  {
    id: "R7",
    title: "Closing or scrolling is no consent",
    clause: "EDPB Guidelines 05/2020, 84",
    rules: ["scrolling-consents"],
  },
  {
    id: "R8",
    title: "One purpose can be chosen without another",
    clause: "GDPR recital 43",
    rules: ["not-what-was-chosen", "marked-too-weakly"],
  },
  {
    id: "R9",
    title: "The visitor is informed",
    clause: "GDPR art. 13",
    rules: ["not-informed", "storage-undeclared", "longer-than-declared", "declared-unseen"],
    question:
      "Does the notice name each recipient and purpose in words that your visitors understand?",
  },
  {
    id: "R10",
    title: "Withdrawing is as easy as consenting",
    clause: "GDPR art. 7(3)",
    rules: ["no-way-back"],
  },
  {
    id: "R11",
    title: "A withdrawal takes effect",
    clause: "GDPR art. 7(3), 17(1)(b)",
    rules: ["request-after-withdrawal", "storage-after-withdrawal"],
    question: "Do your servers, and the vendors whom they tell, stop too?",
  },
  {
    id: "R12",
    title: "A refusal is kept as long as a consent",
    clause: "CNIL recommendation 2020-092",
    rules: ["refusal-not-kept", "request-after-refusal", "storage-after-refusal"],
  },
  {
    id: "R13",
    title: "A change of purposes or vendors asks anew",
    clause: "EDPB Guidelines 05/2020, 110",
    rules: [],
    question: "Was `revision` raised when the text of the notice changed in substance?",
  },
  {
    id: "R14",
    title: "Each decision is on record",
    clause: "GDPR art. 7(1)",
    rules: ["no-record"],
    question: "Do the records reach a place that you keep, and does `consentry verify` pass there?",
  },
  {
    id: "R15",
    title: "What was shown can be proved",
    clause: "CNIL recommendation 2020-092, 48",
    rules: [],
    question:
      "Is each version of the configuration and of the notice archived where nobody can change it?",
  },
  {
    id: "R16",
    title: "The record holds no more than it needs",
    clause: "GDPR art. 5(1)(c)",
    rules: [],
    question: "Does your server's own access log join addresses with consent ids?",
  },
  {
    id: "R17",
    title: "The banner speaks the page's language",
    clause: "GDPR art. 12(1)",
    rules: ["other-language"],
  },
  {
    id: "R18",
    title: "The page is open after a refusal",
    clause: "EDPB Guidelines 05/2020, 39",
    rules: ["wall"],
  },
  {
    id: "R19",
    title: "What is necessary is justified",
    clause: "ePrivacy Directive art. 5(3), last sentence",
    rules: [],
    question:
      "Would the page fail at what the visitor asked for without each service called necessary?",
  },
  {
    id: "R20",
    title: "Third parties learn of a withdrawal",
    clause: "GDPR art. 19",
    rules: [],
    question: "Who tells the vendors that received data, and how?",
  },
  {
    id: "R21",
    title: "Global Privacy Control is honoured (United States)",
    clause: "CCPA Regulations § 7025",
    rules: ["gpc-ignored"],
  },
  {
    id: "R22",
    title: "Global Privacy Control never counts as consent (Europe)",
    clause: "GDPR art. 4(11)",
    rules: ["gpc-ignored"],
  },
  {
    id: "R23",
    title: "The exception for statistics in the United Kingdom is not stretched",
    clause: "Data (Use and Access) Act 2025, sch. 12",
    rules: [],
    question: "Where statistics run unasked: is it only there, with a notice and an objection?",
  },
  {
    id: "R24",
    title: "A consent holds for this site and this browser",
    clause: "GDPR art. 4(11) (specific)",
    rules: [],
    question: "Is a consent carried to another domain or device without the visitor's knowledge?",
  },
  {
    id: "R25",
    title: "Everybody can use it",
    clause: "European Accessibility Act; WCAG 2.2 AA",
    rules: ["not-by-keyboard", "low-contrast"],
    question: "Has somebody used the banner with a screen reader and at 400 % zoom?",
  },
];

/** What no audit from outside can see. Every report says so. */
export const BLIND: readonly string[] = [
  "What your servers pass on to others (server-side tags, conversion APIs).",
  "What visitors from other countries, on other devices or in an experiment get.",
  "Areas behind a login, unless --storage-state brings a session.",
  "What happens after a click that this audit did not make.",
  "Whether a purpose is lawful. This report is evidence, not legal advice, and calls no site lawful.",
];
