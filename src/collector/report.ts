/** One line of the structured log. Never a body, a header's value, an address or a query string. */
export interface Report {
  /** UTC, ISO 8601. */
  at: string;
  level: "info" | "warn" | "error";
  /** What happened: `request`, `commit-failed`, `checkpoint-published`, … */
  event: string;
  /** Numbers and words of our own vocabulary. */
  [detail: string]: string | number | boolean | undefined;
}

/** Takes a log line without its time. */
export type Reporter = (line: Omit<Report, "at"> & Record<string, unknown>) => void;

/** Writes one JSON object a line to standard output. */
export function jsonReporter(now: () => number, write: (line: string) => void): Reporter {
  return (line) => write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...line })}\n`);
}
