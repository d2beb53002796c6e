import type { Browser } from "playwright";
import { createNumbering } from "../createNumbering.ts";
import type { Finding } from "../finding.ts";
import type { VisitReport } from "../report/auditReport.ts";
import { auditPage } from "./auditPage.ts";
import { judgeUnseen } from "./findUnseen.ts";
import type { LiveOptions } from "./liveOptions.ts";

/** What the pages showed. */
export interface LiveReport {
  findings: Finding[];
  visits: VisitReport[];
  pages: number;
  /** False where a page was not looked at to the end, or the audit was stopped. */
  finished: boolean;
}

/**
 * Looks at one page after the other.
 *
 * @param launch Starts a browser; called again where a page has broken the one before.
 * @param stopped Resolves when someone asks the audit to end: what is known by then is reported.
 */
export async function auditLive(
  urls: readonly string[],
  launch: () => Promise<Browser>,
  options: LiveOptions,
  stopped: Promise<void>,
): Promise<LiveReport> {
  const report: LiveReport = { findings: [], visits: [], pages: 0, finished: true };
  const number = createNumbering();
  let isStopped = false;
  let browser = await launch();
  const stop = stopped.then(() => {
    isStopped = true;
    return browser.close().catch(() => {});
  });
  try {
    for (const url of urls) {
      if (isStopped) break;
      if (!browser.isConnected()) browser = await launch();
      const page = await auditPage(browser, url, options);
      report.pages++;
      report.finished &&= page.finished;
      report.visits.push(...page.visits);
      report.findings.push(...page.findings.map(number));
      // A page that hung may have left its process running.
      if (!page.finished && !isStopped) await browser.close().catch(() => {});
    }
  } finally {
    await browser.close().catch(() => {});
    if (isStopped) await stop;
  }
  if (isStopped) report.finished = false;
  // Nothing is said about what was not looked at.
  if (report.finished && urls[0]) {
    report.findings.push(...judgeUnseen(urls[0], report.visits, options).map(number));
  }
  return report;
}
