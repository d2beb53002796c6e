import type { UsualCategory } from "../core/config/ids.ts";
import type { Options } from "../core/config/options.ts";
import { findRemains } from "./findLeaks.ts";
import type { KitPage } from "./kitPage.ts";
import { describeLeak, LeakError } from "./LeakError.ts";
import { readSite, type Site } from "./readSite.ts";
import { setConsent } from "./setConsent.ts";
import type { Leak, SeenRequest, Watch, WatchOptions } from "./watch.ts";
import { watchPage } from "./watchPage.ts";

/** What to check, and how to visit. */
export interface Matrix<
  Page extends KitPage = KitPage,
  Category extends string = string,
  ServiceId extends string = string,
  Named extends string = string,
> extends Omit<WatchOptions, "site"> {
  /** The configuration that the page starts with. */
  site: Options<Category, ServiceId, Named>;
  /** Page to look at; one on which the services run once they are permitted. */
  url: string;
  /** Opens a page of a new visitor: `async () => (await browser.newContext()).newPage()`. It is closed here. */
  open: () => Promise<Page>;
  /** Ids to check. Default: all that ask for consent. */
  services?: readonly NoInfer<ServiceId>[];
  /** Ids that this page need not call when they are permitted: a film that no one plays. */
  optional?: readonly NoInfer<ServiceId>[];
  /** Milliseconds to wait for what must come: a request, or the end of what was stored. Default 10,000. */
  patience?: number;
  /**
   * How a visitor accepts everything. Default: by the button of the banner.
   *
   * @param page the visitor's
   */
  accept?: (page: Page) => unknown;
  /**
   * How a visitor refuses everything. Default: by the button of the banner.
   *
   * @param page the visitor's
   */
  reject?: (page: Page) => unknown;
}

/** What a service did at each step: how many of its requests were seen. */
export interface MatrixRow {
  /** Id of the service. */
  service: string;
  /** Number of requests before any decision. */
  undecided: number;
  /** Number of requests after everything was refused. */
  rejected: number;
  /** Number of requests after everything was accepted. */
  accepted: number;
  /** Number of requests after this one was withdrawn. */
  withdrawn: number;
  /** Number of requests after it was granted again. */
  granted: number;
}
type Step = Exclude<keyof MatrixRow, "service">;

/**
 * Walks new visitors through every choice. One looks around undecided, rejects all and comes back:
 * nothing may be requested or stored. Then for each service another accepts all, withdraws this one,
 * comes back, and grants it again: it must be requested, be silent with its storage gone, and be requested
 * again.
 *
 * @returns how many requests of each service were seen at each step.
 * @throws Error that lists service, step and what was seen, all at once.
 * @example
 * import { checkServices, type KitPage } from "consentry/testing";
 *
 * declare const open: () => Promise<KitPage>;
 * const site = { controller: { name: "Acme BV" } };
 * await checkServices({ site, url: "https://www.example.org/", open });
 */
export function checkServices<
  Page extends KitPage,
  Category extends string = UsualCategory,
  ServiceId extends string = never,
  Named extends string = never,
>(matrix: Matrix<Page, Category, ServiceId, Named>): Promise<MatrixRow[]>;
export async function checkServices<Page extends KitPage>(
  matrix: Matrix<Page>,
): Promise<MatrixRow[]> {
  const site = readSite(matrix.site);
  const asked = site.services.filter(({ basis }) => basis == "consent").map(({ id }) => id);
  const ids = matrix.services ?? asked;
  const unknown = ids.filter((id) => !asked.includes(id));
  if (unknown.length) throw new Error(`The site asks for no ${unknown.join(", ")}`);

  const rows = new Map<string, MatrixRow>();
  for (const service of ids) {
    const none = { undecided: 0, rejected: 0, accepted: 0, withdrawn: 0, granted: 0 };
    rows.set(service, { service, ...none });
  }
  const report: Report = {
    found: [],
    count(step, requests, only = ids) {
      for (const id of only) rows.get(id)![step] = requests.filter(isOf(id)).length;
    },
  };
  await withVisitor(matrix, (visit) => refuse(visit, matrix, report));
  for (const id of ids) {
    await withVisitor(matrix, (visit) => comeAndGo(visit, id, { matrix, site, report }));
  }
  if (report.found.length) {
    const lines = [...new Set(report.found)].map((line) => `  ${line}`);
    throw new Error([`What ${matrix.url} does is not what was chosen:`, ...lines].join("\n"));
  }
  return [...rows.values()];
}

interface Visit<Page> {
  page: Page;
  watch: Watch;
  /** Looks at the page again. */
  come(): Promise<void>;
}

interface Report {
  /** Lines: who, at which step, what. */
  found: string[];
  count(step: Step, requests: readonly SeenRequest[], only?: readonly string[]): void;
}

async function withVisitor<Page extends KitPage>(
  matrix: Matrix<Page>,
  run: (visit: Visit<Page>) => Promise<void>,
): Promise<void> {
  const page = await matrix.open();
  try {
    const watch = await watchPage(page, matrix);
    const come = async (): Promise<void> => {
      watch.clear();
      // A page that reloads itself after a withdrawal may cut in.
      await page.goto(matrix.url).catch(() => page.goto(matrix.url));
    };
    await run({ page, watch, come });
    watch.stop();
  } finally {
    await page.context().close();
  }
}

/** The first matrix rows: undecided, and rejected. */
async function refuse<Page extends KitPage>(
  { page, watch, come }: Visit<Page>,
  matrix: Matrix<Page>,
  report: Report,
): Promise<void> {
  const tell = (step: Step, leaks: readonly Leak[]): void => {
    for (const leak of leaks) {
      report.found.push(`${leak.services.join(" or ") || "?"}, ${step}: ${describeLeak(leak)}`);
    }
  };
  await come();
  await watch.expectNothingBefore().catch((error: unknown) => tell("undecided", leaksOf(error)));
  report.count("undecided", watch.requests());

  await (matrix.reject ?? press("reject-all"))(page);
  await watch.settle();
  await come();
  await watch.expectOnly().catch((error: unknown) => tell("rejected", leaksOf(error)));
  report.count("rejected", watch.requests());
}

/** Accepted, withdrawn and granted again, of one service among all others. */
async function comeAndGo<Page extends KitPage>(
  { page, watch, come }: Visit<Page>,
  id: string,
  { matrix, site, report }: { matrix: Matrix<Page>; site: Site; report: Report },
): Promise<void> {
  const { url, optional = [], patience = 10_000 } = matrix;
  const { hosts = [] } = site.services.find((service) => service.id == id)!;
  const others = site.services.map((service) => service.id).filter((other) => other != id);
  const tell = (step: Step, what: string): void =>
    void report.found.push(`${id}, ${step}: ${what}`);
  const calls = (): SeenRequest[] => watch.requests().filter(isOf(id));
  const expectCalls = async (step: Step): Promise<void> => {
    if (hosts.length && !optional.includes(id)) {
      if (!(await until(() => calls().length > 0, patience))) {
        const hint = "Where this page has none, name it in `optional`";
        tell(step, `nothing was requested from ${hosts.join(", ")}. ${hint}`);
      }
    }
    await watch.settle();
    report.count(step, calls(), [id]);
  };

  await come();
  await (matrix.accept ?? press("accept-all"))(page);
  await expectCalls("accepted");

  await setConsent(page, { site: matrix.site, yes: "all", no: [id], url });
  const remains = async (): Promise<Leak[]> =>
    findRemains(await watch.snapshot(), site, id, others);
  // Vendors write once more on a timer; the library looks again for some seconds.
  await until(async () => !(await remains()).length, patience);
  await watch.settle();
  await come();
  await watch.settle();
  for (const leak of await remains()) tell("withdrawn", `still ${describeLeak(leak)}`);
  // A host that a permitted service shares tells nothing about this one.
  const after = calls().filter(({ services }) => !services.some((other) => others.includes(other)));
  for (const { method, url: address } of after) {
    tell("withdrawn", `requested ${method} ${address.split(/[?#]/)[0]}`);
  }
  report.count("withdrawn", after, [id]);

  watch.clear();
  await setConsent(page, { site: matrix.site, yes: "all", url });
  await expectCalls("granted");
}

const isOf =
  (id: string) =>
  ({ services }: SeenRequest): boolean =>
    services.includes(id);

const press =
  (action: string) =>
  (page: KitPage): Promise<unknown> =>
    page.click(`[data-consentry-action="${action}"]`);

/** The leaks that a watch found; any other error is no finding. */
function leaksOf(error: unknown): readonly Leak[] {
  if (error instanceof LeakError) return error.leaks;
  throw error;
}

async function until(holds: () => boolean | Promise<boolean>, patience: number): Promise<boolean> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) return false;
    await new Promise((done) => setTimeout(done, 100));
  }
  return true;
}
