import type { Raw } from "../finding.ts";
import type { VisitReport } from "../report/auditReport.ts";
import type { Found } from "./judgeBanner.ts";
import type { judgeState } from "./judgeState.ts";
import type { LiveOptions } from "./liveOptions.ts";
import type { Visitor } from "./visitor.ts";

/** What one page showed in all states. */
export interface PageAudit {
  findings: Raw[];
  visits: VisitReport[];
  finished: boolean;
}

/** One page's audit on its way. */
export interface Job {
  url: string;
  home: string;
  options: LiveOptions;
  audit: PageAudit;
  /** What was found in earlier states, so that one cause is one finding. */
  known: Set<string>;
}

/** A page that broke: nothing is said about what was not seen. */
export function unfinished({ audit, url, known }: Job, error: unknown, state: string): void {
  audit.finished = false;
  const message = error instanceof Error ? error.message : String(error);
  if (known.has("unfinished")) return;
  known.add("unfinished");
  audit.findings.push({
    rule: "page-not-finished",
    level: "error",
    place: { page: url, state: state || "visit" },
    service: "",
    what: message.split("\n")[0]!.slice(0, 200),
    message: "This page could not be looked at to the end: nothing is said about the rest.",
    fix: "Look at what the page does when it is loaded, and audit it again.",
  });
}

/** Takes findings of a state into the page's; one cause is reported once. */
export function report(job: Job, state: string, found: readonly Found[]): void {
  for (const { evidence = {}, ...one } of found) {
    const key = `${one.rule} ${one.what}`;
    // What is wrong already before the choice is not news after it.
    const again =
      one.rule.startsWith("request-") ||
      one.rule.startsWith("storage-") ||
      one.rule == "not-what-was-chosen" ||
      one.rule == "gpc-ignored";
    if (job.known.has(key) || (again && job.known.has(one.what))) continue;
    job.known.add(key);
    if (again) job.known.add(one.what);
    const { service, ...rest } = evidence;
    job.audit.findings.push({
      ...one,
      place: { page: job.url, state },
      service: typeof service == "string" ? service : "",
      evidence: rest,
    });
  }
}

/** Ends a state: what was seen goes into the report, and is judged. */
export async function finish(
  visitor: Visitor,
  job: Job,
  state: string,
  began: number,
  judge: (seen: Parameters<typeof judgeState>[0]) => readonly Found[],
): Promise<VisitReport> {
  job.options.progress(job.url, state);
  const { snapshot, list } = await visitor.stored();
  const reports = visitor.report(began);
  const seen = { requests: visitor.requests(), snapshot, home: job.home, reports };
  report(job, state, judge(seen));
  const screenshot = await visitor.picture();
  const entry: VisitReport = {
    page: job.url,
    state,
    verdict: "finished",
    took: Date.now() - began,
    requests: reports,
    stored: list,
    ...(screenshot && { screenshot }),
  };
  job.audit.visits.push(entry);
  return entry;
}
