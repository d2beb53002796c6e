import type { Report } from "./report.ts";
import type { VisitorReport } from "./verifyVisitor.ts";
/** A report in words, for a person who was not there. */
export declare function explainReport(report: Report): string;
/** The report on a visitor's file in words. */
export declare function explainVisitor(report: VisitorReport): string;
