import { translate } from "../i18n/translate.ts";
import { own } from "../lib/own.ts";
import { parseJson } from "../lib/parseJson.ts";
import type { ConsentRecord } from "./consentRecord.ts";

/** A record as a person reads it. Plain text everywhere: anyone who shows it writes it as text. */
export interface Described {
  /** "2026-11-22 12:00:00 UTC: consent given". */
  heading: string;
  facts: [label: string, value: string][];
  /** The layer that was shown, line by line; null where its text is not there. */
  shown: string[] | null;
}

const EVENTS: Readonly<Record<ConsentRecord["event"], string>> = {
  given: "consent given",
  renewed: "consent given again",
  refused: "consent refused",
  changed: "choice changed",
  withdrawn: "consent withdrawn",
  expired: "consent expired",
  invalidated: "consent no longer valid: what was asked has changed",
};

/**
 * Says in words what a record says: when, what was chosen, and exactly what was shown. `notice` is the text that the
 * record names by its hash, or null where it is not at hand.
 */
export function describeRecord(record: ConsentRecord, notice: string | null): Described {
  const { at, event, method, source, categories, services, signals } = record;
  const snapshot = notice == null ? undefined : parseJson(notice);
  const names = namesIn(snapshot);
  const chosen = (choices: Readonly<Record<string, boolean>>, answer: boolean) =>
    Object.keys(choices)
      .filter((id) => choices[id] == answer)
      .map((id) => (names.get(id) ? `${names.get(id)} (${id})` : id))
      .join(", ") || "none";
  return {
    heading: `${at.slice(0, 19).replace("T", " ")} UTC: ${EVENTS[event]}`,
    facts: [
      ["Allowed", chosen(categories, true)],
      ["Refused", chosen(categories, false)],
      ["Services allowed", chosen(services, true)],
      ["Services refused", chosen(services, false)],
      ["How", `${method}, from: ${source}`],
      [
        "By",
        record.trusted ? "a real click or key" : "no click or key that the browser vouches for",
      ],
      ["Global Privacy Control", signals.gpc ? "on" : "off"],
      ["Valid until", record.expires],
      ["Page", record.page],
      ["Asked by", record.controller],
      ["Consent id", record.subject],
      ["Record id", record.id],
      ["Wording", `${record.language || "no language"}, SHA-256 ${record.notice}`],
    ],
    shown: notice == null ? null : layer(snapshot, notice),
  };
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown, key: string): string => {
  const text = own(value, key);
  return typeof text == "string" ? text : "";
};

/** Names of categories and services as they were shown. */
function namesIn(snapshot: unknown): Map<string, string> {
  const names = new Map<string, string>();
  for (const category of listed(own(snapshot, "categories"))) {
    for (const one of [category, ...listed(own(category, "services"))]) {
      names.set(textOf(one, "id"), textOf(one, "name"));
    }
  }
  return names;
}

/** The layer from top to bottom: title, text, buttons, switches, and every other text that it held. */
function layer(snapshot: unknown, notice: string): string[] {
  const texts = own(snapshot, "texts");
  if (!textOf(texts, "banner.title")) return notice.split("\n");
  const categories = listed(own(snapshot, "categories"));
  const purposes = categories.filter((one) => textOf(one, "id") != "necessary");
  const controller = textOf(own(snapshot, "controller"), "name");
  const words = texts as Readonly<Record<string, string>>;
  const fill = { controller, purposes: purposes.map((one) => textOf(one, "name")).join(", ") };
  const buttons = ["action.accept", "action.reject", "action.settings"];
  const first = new Set(["banner.title", "banner.text", ...buttons]);
  return [
    translate(words, "banner.title"),
    translate(words, "banner.text", fill),
    buttons.map((key) => `[ ${textOf(texts, key)} ]`).join("  "),
    ...categories.flatMap((category) => [
      `${mark(category)} ${textOf(category, "name")}`,
      ...listed(own(category, "services")).map(
        (service) => `    ${mark(service)} ${textOf(service, "name") || textOf(service, "id")}`,
      ),
    ]),
    ...Object.keys(words)
      .filter((key) => !first.has(key))
      .map((key) => `${key}: ${textOf(texts, key)}`),
  ];
}

const mark = (one: unknown) => (own(one, "on") === true ? "[x]" : "[ ]");
