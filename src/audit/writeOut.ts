import { writeFile } from "node:fs/promises";
import { printReport } from "./report/printReport.ts";
import type { AuditReport } from "./report/auditReport.ts";
import { toHtml } from "./report/toHtml.ts";
import { toJunit } from "./report/toJunit.ts";
import { toSarif } from "./report/toSarif.ts";

export type Format = "terminal" | "json" | "sarif" | "junit" | "html";

/** What an audit needs of a terminal. */
export interface AuditTerminal {
  out(text: string): void;
  err(text: string): void;
  watched: boolean;
}

/** The report in a format. `base` is where the folder lies below the current one, with `/` at its end. */
export function formatReport(report: AuditReport, format: Format, base: string): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "sarif":
      return `${JSON.stringify(toSarif(report, base), null, 2)}\n`;
    case "junit":
      return toJunit(report);
    case "html":
      return toHtml(report);
    case "terminal":
      return printReport(report);
  }
}

/** Writes the report to a file, with its sum on the terminal, or to standard output. */
export async function writeOut(
  text: string,
  out: string | undefined,
  terminal: AuditTerminal,
): Promise<void> {
  if (out) await writeFile(out, text);
  else terminal.out(text);
}
