import { toHex } from "./bytes.ts";
import type { Report } from "./report.ts";
import type { VisitorReport } from "./verifyVisitor.ts";

/** A report in words, for a person who was not there. */
export function explainReport(report: Report): string {
  const { checkpoint, firstBad, lastBad } = report;
  const lines: string[] = [];
  if (report.ok) {
    lines.push(
      report.complete
        ? "The log is as it was signed: nothing in it was altered, removed or re-ordered."
        : "Every entry is in the signed log, as it stands here. Others were not looked at.",
    );
  } else {
    lines.push(`Not as it was signed. ${report.reason}`);
    if (firstBad != null) {
      lines.push(
        firstBad == lastBad
          ? `First bad entry: ${firstBad}.`
          : `The first bad entry is between ${firstBad} and ${lastBad}.`,
      );
    }
  }
  if (checkpoint) {
    lines.push(
      `Log: ${checkpoint.origin}, ${checkpoint.size} entries, root ${toHex(checkpoint.root)}.`,
      `Looked at: ${report.records} records (${report.erased} of them erased) and ${report.notices} notices.`,
    );
  }
  for (const { name } of report.signatures) lines.push(`Signed by ${name}.`);
  for (const { name, time, size } of report.witnessed) {
    lines.push(`Witness ${name} saw ${size} entries on ${new Date(time * 1000).toISOString()}.`);
  }
  if (report.ok && !report.pinned) {
    lines.push("The key came with the data: it proves only that the data agrees with itself.");
  }
  return `${lines.join("\n")}\n`;
}

/** The report on a visitor's file in words. */
export function explainVisitor(report: VisitorReport): string {
  const lines: string[] = [];
  if (report.ok) {
    lines.push(
      `The ${report.records} records are as they were sealed, and none is missing between them.`,
    );
    if (report.receipts) {
      lines.push(`${report.receipts} are proven to stand in the log ${report.logs.join(", ")}.`);
    }
    if (report.unchecked) {
      lines.push(
        `${report.unchecked} have a receipt that needs the log's key (--key) to be checked.`,
      );
    }
  } else {
    lines.push(`Not as it was sealed. ${report.reason}`, `First bad record: ${report.firstBad}.`);
  }
  return `${lines.join("\n")}\n`;
}
