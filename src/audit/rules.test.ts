import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { REQUIREMENTS } from "./requirements.ts";
import { makeReport } from "./report/makeReport.ts";
import { RULES } from "./rules.ts";

const docs = join(import.meta.dirname, "../../docs");
const report = makeReport(
  { open: [], accepted: [], expired: [], gone: [] },
  {
    library: "0.1.0",
    at: "2026-11-29T18:00:00.000Z",
    target: "https://shop.example/",
    kind: "live",
    finished: true,
    unread: [],
    files: 0,
    pages: 1,
    visits: [],
  },
);

it("judges each of 25 requirements by rules, or asks a person", () => {
  expect(REQUIREMENTS.map(({ id }) => id)).toEqual(
    Array.from({ length: 25 }, (_, at) => `R${at + 1}`),
  );
  const asked = new Set(report.questions.map(({ id }) => id));
  for (const { id, clause, rules, question } of REQUIREMENTS) {
    expect(clause, id).not.toBe("");
    expect(rules.length > 0 || asked.has(id), id).toBe(true);
    expect(asked.has(id), id).toBe(!!question);
    for (const rule of rules) expect(RULES, id).toHaveProperty(rule);
  }
});

it("names every rule in the guide, with the law or standard that it rests on", () => {
  const guide = readFileSync(join(docs, "audit.md"), "utf8");
  for (const [id, { clause, title }] of Object.entries(RULES)) {
    expect(guide, id).toContain(`\`${id}\``);
    expect(clause, id).not.toBe("");
    expect(title, id).not.toBe("");
  }
});
