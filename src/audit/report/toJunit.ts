import type { RuleId } from "../rules.ts";
import { RULES } from "../rules.ts";
import type { AuditReport } from "./auditReport.ts";
import { escapeMarkup } from "./escapeMarkup.ts";

/** The report as JUnit XML: one test for each rule that was looked at; it fails with all that was found. */
export function toJunit(report: AuditReport): string {
  const mine = (Object.keys(RULES) as RuleId[]).filter((id) => {
    const { by } = RULES[id];
    return by == "both" || by == (report.kind == "files" ? "files" : "browser");
  });
  const failing = (id: RuleId) =>
    report.findings.filter(({ rule, level }) => rule == id && level != "note");
  const failures = mine.filter((id) => failing(id).length).length;
  const cases = mine.map((id) => {
    const found = failing(id);
    const name = `name="${escapeMarkup(id)}" classname="consentry.audit"`;
    if (!found.length) return `    <testcase ${name}/>`;
    const text = found.map(({ place, message, what, fix }) => {
      const where =
        "file" in place ? `${place.file}:${place.line}` : `${place.page} (${place.state})`;
      return `${where}: ${message} ${what}. ${fix}`;
    });
    return [
      `    <testcase ${name}>`,
      `      <failure message="${escapeMarkup(RULES[id].title)}">${escapeMarkup(text.join("\n"))}</failure>`,
      "    </testcase>",
    ].join("\n");
  });
  const count = `tests="${mine.length}" failures="${failures}" errors="${report.finished ? 0 : 1}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${count}>`,
    `  <testsuite name="consentry audit" ${count} timestamp="${escapeMarkup(report.at)}">`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}
