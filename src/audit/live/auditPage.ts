import type { Browser } from "playwright";
import { type Job, type PageAudit, unfinished } from "./job.ts";
import { accepting, choosing, refusing, signalling } from "./journeys.ts";
import type { LiveOptions } from "./liveOptions.ts";
import { openVisitor, type Visitor } from "./visitor.ts";
import { within } from "./within.ts";

/** Visits a page as five people do: undecided and refusing, accepting and withdrawing, choosing one category, one service, and with GPC. */
export async function auditPage(
  browser: Browser,
  url: string,
  options: LiveOptions,
): Promise<PageAudit> {
  const audit: PageAudit = { findings: [], visits: [], finished: true };
  const job: Job = { url, home: new URL(url).hostname, options, audit, known: new Set() };
  const all = async (): Promise<void> => {
    const banner = await visit(browser, job, false, refusing);
    if (!banner) return;
    if (banner.accept || banner.tool?.accepts)
      await visit(browser, job, false, (visitor) => accepting(visitor, job, banner));
    if (banner.by == "consentry") {
      await visit(browser, job, false, (visitor) => choosing(visitor, job, "category"));
      await visit(browser, job, false, (visitor) => choosing(visitor, job, "service"));
    }
    await visit(browser, job, true, (visitor) => signalling(visitor, job));
  };
  await within(all(), options.patience, "The page in all states").catch((error: unknown) =>
    unfinished(job, error, "all states"),
  );
  return audit;
}

async function visit<Result>(
  browser: Browser,
  job: Job,
  gpc: boolean,
  run: (visitor: Visitor, job: Job) => Promise<Result>,
): Promise<Result | null> {
  const visitor = await openVisitor(browser, job.url, job.options, gpc);
  try {
    return await run(visitor, job);
  } catch (error) {
    unfinished(job, error, "");
    return null;
  } finally {
    await visitor.close();
  }
}
