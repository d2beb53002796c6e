import { countedAll } from "./counted.ts";
import type { Finding } from "../finding.ts";
import { RULES } from "../rules.ts";
import type { AuditReport } from "./auditReport.ts";

const MOST_UNREAD = 20; // lines
const SIGN = { error: "✗", warning: "!", note: "·" };

/** What the terminal shows. A page's own text has lost its control characters: it must not move the cursor. */
export function printReport(report: AuditReport): string {
  const { counts, findings, unread, kind, finished } = report;
  const lines: string[] = [];
  for (const finding of findings) lines.push(...paragraph(finding), "");
  if (unread.length) {
    lines.push("Not read:");
    for (const { file, line, why } of unread.slice(0, MOST_UNREAD)) {
      lines.push(`  ${file ? `${file}${line ? `:${line}` : ""}: ` : ""}${why}`);
    }
    if (unread.length > MOST_UNREAD) lines.push(`  … and ${unread.length - MOST_UNREAD} more`);
    lines.push("");
  }
  for (const { id, what, until } of report.expired) {
    lines.push(`The baseline's entry ${id} (${what}) ended on ${until}: it counts again.`, "");
  }
  const accepted = counts.accepted ? `, ${counts.accepted} accepted by the baseline` : "";
  lines.push(
    `${countedAll(kind, counts)}${accepted}.` + (finished ? "" : " Not finished."),
    "This is evidence, not legal advice: it calls no site lawful. What it cannot see: docs/audit.md.",
  );
  return `${lines.map(clean).join("\n")}\n`;
}

function paragraph({ level, rule, place, what, message, fix }: Finding): string[] {
  const where =
    "file" in place
      ? `${place.file}:${place.line}:${place.column}`
      : `${place.page} (${place.state})`;
  return [
    `${SIGN[level]} ${where}  ${rule}`,
    `  ${message}`,
    `  ${what}`,
    `  Fix: ${fix}`,
    `  ${RULES[rule].clause}`,
  ];
}

function clean(line: string): string {
  return line.replace(/\p{Cc}/gu, "\u{fffd}");
}
