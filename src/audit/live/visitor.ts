import type { Browser, BrowserContext, Page } from "playwright";
import { listStorage, type OwnStorage } from "../../testing/listStorage.ts";
import type { SeenRequest, Snapshot } from "../../testing/watch.ts";
import { matchesName } from "../../lib/matchesName.ts";
import type { RequestReport, StoredReport } from "../report/auditReport.ts";
import { createForeignTool } from "./foreignTool.ts";
import type { LiveOptions } from "./liveOptions.ts";
import { readBanner, type DrawnBanner } from "./readBanner.ts";
import { recordVisit, type Recorded, type Recording } from "./recordVisit.ts";
import { NotFinished, within } from "./within.ts";

const STEP_MS = 15_000; // The longest that one thing may take.
const OURS_MS = 8000; // The same where Consentry is on the page.
const BANNER_MS = 2500; // How long a first layer is waited for.
const RELOADS = 3; // More in a row are a loop.
const NO_LOOK = { tool: null, isSettled: true };

/** Someone with a fresh profile who looks at one page. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  recording: Recording;
  /** Begins another state: requests from here on belong to it. */
  begin(): void;
  come(): Promise<void>;
  /** Looks around as people do before they decide. */
  stir(): Promise<void>;
  settle(): Promise<void>;
  banner(): Promise<DrawnBanner>;
  /** Presses what `banner` has found; false where it is not there. */
  press(button: "accept" | "reject" | "settings"): Promise<boolean>;
  /** Runs in the page; null where it is gone or hangs. */
  ask<Result, Given>(
    run: (given: Given) => Result | Promise<Result>,
    given: Given,
  ): Promise<Result | null>;
  requests(): SeenRequest[];
  stored(): Promise<{ snapshot: Snapshot; list: StoredReport[] }>;
  report(began: number): RequestReport[];
  picture(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** @param gpc Sends Global Privacy Control, as a browser does whose user has switched it on. */
export async function openVisitor(
  browser: Browser,
  url: string,
  options: LiveOptions,
  gpc = false,
): Promise<Visitor> {
  const home = new URL(url).hostname;
  const isOwn = (host: string): boolean => {
    const plain = home.replace(/^www\./, "");
    return (
      host == plain || host == `www.${plain}` || options.own.some((own) => matchesName(own, host))
    );
  };
  const context = await within(
    browser.newContext({
      ignoreHTTPSErrors: true,
      acceptDownloads: false,
      viewport: { width: 1280, height: 800 },
      locale: "en-GB",
      ...(options.storageState && { storageState: options.storageState }),
      ...(gpc && { extraHTTPHeaders: { "Sec-GPC": "1" } }),
    }),
    STEP_MS,
    "A new profile",
  );
  context.setDefaultTimeout(STEP_MS);
  if (gpc) {
    await context.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true }),
    );
  }
  // What is asked of a page that has crashed is never answered.
  let end: (why: string) => void = () => {};
  const broken = new Promise<never>((_done, fail) => {
    end = (why) => fail(new NotFinished(why));
  });
  broken.catch(() => {});
  const recording = await recordVisit(context, {
    isOther: (host) => !isOwn(host),
    counts: (address, host) => !!options.known.recogniser.byAddress(address, host),
    send: options.send,
    largest: options.largest,
    onFlood: () => end(`The page is larger than ${options.largest / 1_000_000} MB`),
  });
  const page = await within(context.newPage(), STEP_MS, "A new page");
  page.on("crash", () => end("The page crashed"));
  // Loops of alerts end at once; a page that asks before it is left is left.
  context.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));
  context.on("page", (popup) => {
    if (popup != page) void recording.follow(popup);
  });
  await recording.follow(page);
  let part = 0;
  const foreign = options.autoconsent && createForeignTool(page, options.autoconsent);
  // What a tool's rule has found holds until something is pressed.
  let isFresh = true;

  const step = async <Result>(work: Promise<Result>, what: string): Promise<Result> =>
    Promise.race([broken, within(work, STEP_MS, what)]).catch((error: unknown) => {
      throw error instanceof NotFinished ? error : new NotFinished(short(error));
    });
  const mine = (): Recorded[] => recording.requests().filter((one) => one.part == part);
  const servicesOf = (address: string, host: string): string[] => {
    const found = options.site.services
      .filter(({ hosts }) => hosts?.some((pattern) => matchesName(pattern, host)))
      .map(({ id }) => id);
    if (found.length < 2 && (options.declared || !found.length)) return found;
    const service = options.known.recogniser.byAddress(address, host);
    return service && found.includes(service.id) ? [service.id] : found;
  };

  const visitor: Visitor = {
    page,
    context,
    recording,
    begin() {
      recording.mark();
      part++;
    },
    async come() {
      // A page that loads itself again, as after a withdrawal, cuts a visit short that has just begun.
      const go = (left: number): Promise<unknown> =>
        page
          .goto(url, { waitUntil: "load", timeout: STEP_MS })
          .catch((error: unknown) =>
            left && /interrupted by another navigation/.test(String(error))
              ? go(left - 1)
              : timedOut(error),
          );
      await step(go(RELOADS), "Loading");
      if (page.url() == "about:blank") throw new NotFinished("The page did not come");
      isFresh = true;
      await visitor.settle();
    },
    async stir() {
      await step(page.mouse.move(20, 20), "Moving the pointer");
      await step(page.mouse.move(300, 200, { steps: 3 }), "Moving the pointer");
      await step(page.mouse.wheel(0, 600), "Scrolling");
      await visitor.settle();
      await step(page.mouse.wheel(0, -600), "Scrolling back");
    },
    async settle() {
      const end = Date.now() + 4000;
      const count = (): number => new Set(mine().map((one) => one.url.split(/[?#]/)[0])).size;
      for (let known = -1; Date.now() < end && known != count();) {
        known = count();
        await new Promise((done) => setTimeout(done, options.quiet));
      }
    },
    async banner() {
      const read = (): Promise<DrawnBanner> =>
        step(page.evaluate(readBanner, options.words), "Looking for the banner");
      // Tools fetch their banner when the page is at rest.
      for (const began = Date.now(); ;) {
        const found = await read();
        const look = foreign && isFresh && !found.isComing ? await foreign.look() : NO_LOOK;
        if (look.tool) return { ...(await read()), by: "rule", tool: look.tool };
        const wait = found.isComing && !found.isStored ? OURS_MS : BANNER_MS;
        const isSeen = found.by && look.isSettled;
        if (isSeen || found.isDecided || Date.now() - began > wait) return found;
        await new Promise((done) => setTimeout(done, 250));
      }
    },
    async press(button) {
      const found = page.locator(`[data-consentry-audit=${button}]`).first();
      if (await step(found.count(), "Looking for a button")) {
        await step(found.click({ timeout: 5000 }), `Pressing ${button}`);
      } else {
        const what = button == "accept" ? "optIn" : "optOut";
        if (!foreign || !isFresh || button == "settings" || !(await foreign.act(what)))
          return false;
      }
      isFresh = false;
      await visitor.settle();
      return true;
    },
    ask: async (run, given) =>
      // Playwright's types unwrap handles, of which there are none here.
      step(page.evaluate(run as never, given) as Promise<never>, "A question").catch(() => null),
    requests: () =>
      mine().map(({ url: address, host, method, type, at, navigation }) => ({
        url: address,
        host,
        method,
        type,
        at,
        navigation,
        services: servicesOf(address, host),
      })),
    async stored() {
      const cookies = await step(context.cookies(), "Reading cookies");
      const own: OwnStorage | null = /^https?:/.test(page.url())
        ? await visitor.ask(listStorage, undefined)
        : null;
      return storedOf(cookies, own, recording.setBy);
    },
    report: (began) =>
      mine()
        .filter(({ host }) => !isOwn(host))
        .map(({ method, url: address, host, type, held, initiator, at }) => ({
          at: at - began,
          method,
          url: address,
          host,
          type,
          services: servicesOf(address, host),
          held,
          initiator,
        })),
    async picture() {
      if (!options.pictures) return undefined;
      const png = await within(
        page.screenshot({ type: "jpeg", quality: 50, timeout: 4000 }),
        5000,
        "A picture",
      ).catch(() => null);
      return png ? `data:image/jpeg;base64,${png.toString("base64")}` : undefined;
    },
    close: () => within(context.close(), 5000, "Closing").catch(() => {}),
  };
  return visitor;
}

/** A page that never fires `load` is looked at as it stands; one that never came is not finished. */
function timedOut(error: unknown): null {
  if (/Timeout/.test(String(error))) return null;
  throw error;
}

function short(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n")[0]!.slice(0, 200);
}

function storedOf(
  cookies: readonly { name: string; domain: string; httpOnly: boolean; expires: number }[],
  own: OwnStorage | null,
  setBy: ReadonlyMap<string, string>,
): { snapshot: Snapshot; list: StoredReport[] } {
  const { localStorage = [], sessionStorage = [], databases = [], caches = [] } = own ?? {};
  const now = Date.now() / 1000;
  const list: StoredReport[] = cookies.map(({ name, domain, httpOnly, expires }) => ({
    medium: "cookie",
    name,
    host: domain,
    by: setBy.get(name) ?? "script",
    httpOnly,
    seconds: expires > 0 ? Math.round(expires - now) : null,
  }));
  for (const [medium, names] of Object.entries({
    localStorage,
    sessionStorage,
    indexedDB: databases,
    cache: caches,
  })) {
    for (const name of names)
      list.push({ medium, name, host: "", by: "script", httpOnly: false, seconds: null });
  }
  return {
    snapshot: {
      cookies: cookies.map(({ name, domain, httpOnly }) => ({ name, host: domain, httpOnly })),
      localStorage,
      sessionStorage,
      databases,
      caches,
    },
    list,
  };
}
