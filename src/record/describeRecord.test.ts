import { describe, expect, it } from "vitest";
import type { ConsentRecord } from "./consentRecord.ts";
import { describeRecord } from "./describeRecord.ts";

const record: ConsentRecord = {
  schema: "consentry/1",
  id: "0123456789abcdefABCDEF",
  subject: "subject-0001",
  sequence: 0,
  previous: null,
  event: "given",
  method: "save",
  source: "preferences",
  at: "2026-05-01T12:00:00.000Z",
  expires: "2026-10-28T12:00:00.000Z",
  controller: "Acme BV",
  categories: { necessary: true, performance: true, marketing: false },
  services: { hotjar: true },
  notice: "ab".repeat(32),
  language: "en",
  revision: 1,
  page: "https://shop.example/",
  signals: { gpc: false },
  library: { version: "0.1.0", build: "abc" },
  trusted: true,
  salt: "ABCDEFGHIJKLMNOPQRSTUV",
};
const notice = JSON.stringify({
  language: "en",
  controller: { name: "Acme BV" },
  texts: {
    "banner.title": "May we?",
    "banner.text": "{controller} asks for {purposes}.",
    "action.accept": "Accept all",
    "action.reject": "Reject all",
    "action.settings": "Settings",
    "preferences.title": "Your choice",
  },
  categories: [
    { id: "necessary", name: "Necessary", on: true, services: [] },
    {
      id: "performance",
      name: "Statistics",
      on: false,
      services: [{ id: "hotjar", name: "Hotjar", on: false }],
    },
  ],
});

describe("describeRecord", () => {
  it("says when, what was chosen, and in which words it was asked, from top to bottom", () => {
    const { heading, facts, shown } = describeRecord(record, notice);
    expect(heading).toBe("2026-05-01 12:00:00 UTC: consent given");
    const fact = Object.fromEntries(facts);
    expect(fact["Allowed"]).toBe("Necessary (necessary), Statistics (performance)");
    expect(fact["Refused"]).toBe("marketing");
    expect(fact["Services allowed"]).toBe("Hotjar (hotjar)");
    expect(fact["Services refused"]).toBe("none");
    expect(fact["Consent id"]).toBe("subject-0001");
    expect(shown).toEqual([
      "May we?",
      "Acme BV asks for Statistics.",
      "[ Accept all ]  [ Reject all ]  [ Settings ]",
      "[x] Necessary",
      "[ ] Statistics",
      "    [ ] Hotjar",
      "preferences.title: Your choice",
    ]);
  });

  it("shows a description of the site's own word for word, and says where there is none", () => {
    expect(describeRecord(record, "Own words\nand more").shown).toEqual(["Own words", "and more"]);
    expect(describeRecord(record, "[1]").shown).toEqual(["[1]"]);
    expect(describeRecord(record, null).shown).toBeNull();
  });
});
