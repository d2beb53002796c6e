import { judgeBanner } from "./judgeBanner.ts";
import { judgeConsentMode, judgeDataLayer, judgeGrant, judgeScrolling } from "./judgeFacts.ts";
import { judgeDeclared, judgeRemains, judgeState, type StateRules } from "./judgeState.ts";
import { finish, type Job, report, unfinished } from "./job.ts";
import { pageFacts } from "./pageFacts.ts";
import { readForm, readWayBack } from "./readWayBack.ts";
import { reachesByKeyboard } from "./reachesByKeyboard.ts";
import type { DrawnBanner } from "./readBanner.ts";
import { chooseOne, withdraw } from "./steps.ts";
import type { Visitor } from "./visitor.ts";
import { NotFinished } from "./within.ts";

const BEFORE: StateRules = {
  request: "request-before-consent",
  storage: "storage-before-consent",
  when: "before anyone was asked",
};
const REFUSED: StateRules = {
  request: "request-after-refusal",
  storage: "storage-after-refusal",
  when: "after a refusal",
};
const WITHDRAWN: StateRules = {
  request: "request-after-withdrawal",
  storage: "storage-after-withdrawal",
  when: "after a withdrawal",
};

/** Undecided, refused, returning, back, in a second tab. */
export async function refusing(visitor: Visitor, job: Job): Promise<DrawnBanner> {
  const { options } = job;
  let began = Date.now();
  await visitor.come();
  const banner = await visitor.banner();
  const before = await visitor.ask(pageFacts, undefined);
  await visitor.stir();
  const after = await visitor.ask(pageFacts, undefined);
  const entry = await finish(visitor, job, "undecided", began, (seen) => [
    ...judgeState(seen, BEFORE, unasked(job), options, false),
    ...judgeConsentMode(after),
    ...judgeScrolling(before, after),
  ]);
  const asks =
    banner.marks.length > 0 ||
    entry.requests.some(({ services }) => services.length > 0) ||
    job.audit.findings.length > 0;
  const name = options.declared ? options.site.name : "";
  report(job, "undecided", judgeBanner(banner, asks, name));
  if (banner.accept && !(await reachesByKeyboard(visitor))) {
    report(job, "undecided", [
      {
        rule: "not-by-keyboard",
        level: "error",
        what: banner.accept.words,
        message: "The tabulator key reaches none of the banner's buttons.",
        fix: "Make them buttons that take the focus.",
      },
    ]);
  }
  if (!banner.reject && !banner.tool?.refuses) return banner;

  const old = (await visitor.stored()).snapshot;
  visitor.begin();
  began = Date.now();
  if (!(await visitor.press("reject"))) {
    const how = banner.tool ? `autoconsent's rule for ${banner.tool.name}` : "The button to refuse";
    if (banner.reject) throw new NotFinished(`${how} cannot be pressed`);
    // What else can be seen of this page is seen all the same.
    unfinished(job, new NotFinished(`${how} could not refuse`), "refused");
    return banner;
  }
  const facts = await visitor.ask(pageFacts, undefined);
  const isForm = !!(await visitor.ask(readForm, undefined));
  await finish(visitor, job, "refused", began, (seen) => [
    ...judgeState(seen, REFUSED, [], options, true, old),
    ...(facts?.wall
      ? [
          {
            rule: "wall",
            level: "error",
            what: "the page is covered or does not scroll",
            message: "After a refusal the page cannot be read.",
            fix: "Take the cover away, and give the page its scrolling back.",
          } as const,
        ]
      : []),
  ]);
  await returning(visitor, job, old, "returned", () => visitor.come(), !isForm);
  await returning(visitor, job, old, "back", async () => {
    await visitor.page.goto("about:blank");
    await visitor.page.goBack().catch(() => null);
    await visitor.settle();
  });
  await returning(visitor, job, old, "second tab", async () => {
    const other = await visitor.context.newPage();
    await other.goto(job.url).catch(() => null);
    await visitor.settle();
    await other.close();
  });
  return banner;
}

async function returning(
  visitor: Visitor,
  job: Job,
  old: Parameters<typeof judgeState>[5],
  state: string,
  come: () => Promise<void>,
  mayAsk = false,
): Promise<void> {
  visitor.begin();
  const began = Date.now();
  await come();
  const banner = mayAsk ? await visitor.banner() : null;
  await finish(visitor, job, state, began, (seen) => [
    ...judgeState(seen, REFUSED, [], job.options, true, old),
    ...(banner?.accept && banner.reject
      ? [
          {
            rule: "refusal-not-kept",
            level: "error",
            what: banner.reject.words,
            message: "The visitor who refused is asked anew on the next page.",
            fix: "Keep a refusal as long as a consent.",
          } as const,
        ]
      : []),
  ]);
}

/** Accepted, then withdrawn. */
export async function accepting(visitor: Visitor, job: Job, banner: DrawnBanner): Promise<void> {
  const { options } = job;
  await visitor.come();
  await visitor.banner();
  visitor.begin();
  let began = Date.now();
  if (!(await visitor.press("accept")))
    throw new NotFinished("The button to accept cannot be pressed");
  const facts = await visitor.ask(pageFacts, undefined);
  const now =
    (await visitor.ask(readWayBack, options.words.settings)) ||
    (await visitor.ask(readForm, undefined));
  await finish(visitor, job, "accepted", began, (seen) => [
    ...judgeGrant(visitor, facts, banner, seen.requests, options),
    ...judgeDataLayer(facts, banner, seen.requests, options),
  ]);
  const { list } = await visitor.stored();
  report(job, "accepted", judgeDeclared(list, options));
  if (!now && banner.by) {
    report(job, "accepted", [
      {
        rule: "no-way-back",
        level: "error",
        what: "no link to the choice",
        message: "Nothing on this page leads back to the choice.",
        fix: 'Put <a href="#cookie-settings">Cookie settings</a> into the footer of every page.',
      },
    ]);
  }
  if (banner.by == "consentry" && facts?.records === 0) {
    report(job, "accepted", [
      {
        rule: "no-record",
        level: "error",
        what: "no record",
        message: "The decision is not in the proof log.",
        fix: "Look at the problems that the console shows.",
      },
    ]);
  }
  visitor.begin();
  began = Date.now();
  if (!(await withdraw(visitor, banner))) return;
  visitor.begin();
  await visitor.come();
  await finish(visitor, job, "withdrawn", began, (seen) => [
    ...judgeState({ ...seen, snapshot: EMPTY }, WITHDRAWN, [], options, true),
    ...judgeRemains(seen.snapshot, options),
  ]);
}

const EMPTY = { cookies: [], localStorage: [], sessionStorage: [], databases: [], caches: [] };

/** One category, or one service, and nothing else. */
export async function choosing(
  visitor: Visitor,
  job: Job,
  what: "category" | "service",
): Promise<void> {
  await visitor.come();
  await visitor.banner();
  const old = (await visitor.stored()).snapshot;
  visitor.begin();
  const began = Date.now();
  const chosen = await chooseOne(visitor, what);
  if (chosen == "no-global") {
    const state = `one ${what}`;
    const verdict = "not tried, because the page has no global Consentry to choose it by";
    job.options.progress(job.url, `${state}: ${verdict}`);
    job.audit.visits.push({ page: job.url, state, verdict, took: 0, requests: [], stored: [] });
    return;
  }
  if (!chosen) return;
  await finish(visitor, job, `one ${what}: ${chosen.name}`, began, (seen) =>
    judgeState(
      seen,
      {
        request: "not-what-was-chosen",
        storage: "not-what-was-chosen",
        when: `though only ${chosen.name} was chosen`,
      },
      chosen.permitted,
      job.options,
      true,
      old,
    ),
  );
}

/** A browser that sends Global Privacy Control. */
export async function signalling(visitor: Visitor, job: Job): Promise<void> {
  const began = Date.now();
  await visitor.come();
  await visitor.stir();
  await finish(visitor, job, "Global Privacy Control", began, (seen) =>
    judgeState(
      seen,
      {
        request: "gpc-ignored",
        storage: "gpc-ignored",
        when: "though the browser sends Global Privacy Control",
      },
      unasked(job),
      job.options,
      true,
    ),
  );
}

/** Legitimate interests that a site expressly declares run until someone objects. */
function unasked({ options }: Job): string[] {
  return options.site.services
    .filter(({ basis }) => basis == "legitimate-interest")
    .map(({ id }) => id);
}
