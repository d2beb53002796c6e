import type { Accepted } from "../baseline.ts";
import type { Finding, Unread } from "../finding.ts";

/** What an audit says, as `--format json` prints it (`docs/audit-report.schema.json`). */
export interface AuditReport {
  schema: "consentry-audit/1";
  library: string;
  /** ISO 8601. */
  at: string;
  /** The folder or address as it was given. */
  target: string;
  kind: "files" | "live";
  /** False where a page could not be looked at to the end. */
  finished: boolean;
  counts: {
    errors: number;
    warnings: number;
    notes: number;
    accepted: number;
    files: number;
    pages: number;
  };
  findings: Finding[];
  /** Findings that the baseline accepts. */
  accepted: Finding[];
  /** Entries of the baseline whose last day is over. */
  expired: Accepted[];
  unread: Unread[];
  /** Of a live audit: what happened on each page in each state. */
  visits?: VisitReport[];
  /** What a person has to answer. */
  questions: { id: string; title: string; clause: string; question: string }[];
  /** What no audit from outside can see. */
  blind: readonly string[];
}

/** One page in one state. */
export interface VisitReport {
  page: string;
  state: string;
  /** `finished`, or why not. */
  verdict: string;
  /** Milliseconds. */
  took: number;
  requests: RequestReport[];
  stored: StoredReport[];
  /** File of the picture in the evidence folder, or a `data:` address. */
  screenshot?: string;
}

export interface RequestReport {
  /** Milliseconds after the state began. */
  at: number;
  method: string;
  url: string;
  host: string;
  type: string;
  services: readonly string[];
  /** Whether it was held back, so that the owner's statistics stay clean. */
  held: boolean;
  /** What began it: script and line, or the page's own markup. */
  initiator: string;
}

export interface StoredReport {
  medium: string;
  name: string;
  host: string;
  /** Who set it: `Set-Cookie` of a response, or script. */
  by: string;
  httpOnly: boolean;
  /** Seconds that it has yet to live; null for as long as the session, or for ever. */
  seconds: number | null;
}
