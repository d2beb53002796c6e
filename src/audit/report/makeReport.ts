import type { Finding } from "../finding.ts";
import { BLIND, REQUIREMENTS } from "../requirements.ts";
import type { Sifted } from "../baseline.ts";
import type { AuditReport } from "./auditReport.ts";

type Given = Pick<AuditReport, "library" | "at" | "target" | "kind" | "finished" | "unread"> &
  Partial<Pick<AuditReport, "visits">> & { files: number; pages: number };

const RANK = { error: 0, warning: 1, note: 2 };

/** Puts a report together: the gravest first, then in the order of files and lines. */
export function makeReport(sifted: Sifted, given: Given): AuditReport {
  const { files, pages, visits, ...rest } = given;
  const findings = [...sifted.open].sort(
    (a, b) => RANK[a.level] - RANK[b.level] || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  const count = (level: Finding["level"]): number =>
    findings.filter((one) => one.level == level).length;
  return {
    schema: "consentry-audit/1",
    ...rest,
    counts: {
      errors: count("error"),
      warnings: count("warning"),
      notes: count("note"),
      accepted: sifted.accepted.length,
      files,
      pages,
    },
    findings,
    accepted: sifted.accepted,
    expired: sifted.expired,
    ...(visits && { visits }),
    questions: REQUIREMENTS.flatMap(({ id, title, clause, question }) =>
      question ? [{ id, title, clause, question }] : [],
    ),
    blind: BLIND,
  };
}

function keyOf({ place }: Finding): string {
  return "file" in place
    ? `${place.file}:${String(place.line).padStart(9, "0")}:${String(place.column).padStart(6, "0")}`
    : `${place.page} ${place.state}`;
}
