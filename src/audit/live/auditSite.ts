import { readFile, writeFile } from "node:fs/promises";
import { version } from "../../engine/library.ts";
import type { Service } from "../../core/config/service.ts";
import type { Site } from "../../testing/readSite.ts";
import { parseBaseline, sift, writeBaseline } from "../baseline.ts";
import { createKnowledge } from "../createKnowledge.ts";
import { initConfig } from "../initConfig.ts";
import { declareSite } from "../declare/declareSite.ts";
import { makeReport } from "../report/makeReport.ts";
import { type AuditTerminal, type Format, formatReport, writeOut } from "../writeOut.ts";
import type { Autoconsent } from "./autoconsent.ts";
import { auditLive } from "./auditLive.ts";
import { type BrowserOptions, launchBrowser } from "./launchBrowser.ts";
import { catalogueSite } from "./catalogueSite.ts";
import type { OpenCookie } from "../vendors/openCookies.ts";
import { listPages } from "./listPages.ts";
import type { Words } from "./readBanner.ts";
import { readPageConfig } from "./readPageConfig.ts";
import { LARGEST } from "./watchSize.ts";
import { bannerWords } from "./words.ts";
import { writeEvidence } from "./writeEvidence.ts";

/** What a live audit is given. */
export interface SiteAudit {
  url: string;
  catalogue: readonly Service[];
  /** Makes of a configuration what a page makes of it; throws for one with mistakes. */
  readConfig: (config: object) => Promise<Site>;
  /** The configuration; absent: what the page itself carries. */
  config: object | undefined;
  words: Words;
  /** What others know of cookies by name. */
  cookies: readonly OpenCookie[];
  /** Rules for the banners of other tools; null where the package is not installed. */
  autoconsent: Autoconsent | null;
  own: readonly string[];
  pages: string | undefined;
  most: number;
  send: boolean;
  storageState: string | undefined;
  browser: BrowserOptions;
  format: Format;
  out: string | undefined;
  evidence: string | undefined;
  sign: (text: string) => string;
  baseline: string | undefined;
  writeBaseline: string | undefined;
  init: boolean;
  /** The configuration file to renew by what was stored. */
  declare: string | undefined;
  /** With `init` or `declare`: shows, and writes nothing. */
  dry: boolean;
  terminal: AuditTerminal & { asked: Promise<void> };
}

const QUARTER_MS = 90 * 86_400_000; // How long a new baseline holds unless a person says otherwise.

/**
 * Looks at a site's pages in every state and reports.
 * @returns `found` where something is to do, `unfinished` where a page was not seen to the end, else `ok`.
 */
export async function auditSite(audit: SiteAudit): Promise<"ok" | "found" | "unfinished"> {
  const { url, terminal } = audit;
  const now = new Date();
  const accepted = audit.baseline ? parseBaseline(await readFile(audit.baseline, "utf8")) : [];
  const launch = () => launchBrowser(audit.browser);
  const browser = await launch();
  let urls: string[];
  let config: object | null;
  try {
    // A request to end the audit while it looks for pages ends it here.
    void terminal.asked.then(() => browser.close().catch(() => {}));
    urls = await listPages(browser, url, audit.pages, audit.most);
    config = audit.config ?? (await readPageConfig(browser, url));
  } finally {
    await browser.close().catch(() => {});
  }
  const site = config
    ? await audit.readConfig(config).catch((error: unknown) => {
        terminal.err(`The page's configuration: ${error instanceof Error ? error.message : ""}\n`);
        return null;
      })
    : null;
  const own = [new URL(url).hostname, ...audit.own];
  const known = createKnowledge({
    catalogue: audit.catalogue,
    own,
    ...(site && { site: { categories: site.categories, services: site.services } }),
  });
  let done = 0;
  const live = await auditLive(
    urls,
    launch,
    {
      known,
      site: site ?? catalogueSite(audit.catalogue),
      declared: !!site,
      words: bannerWords(audit.words),
      autoconsent: audit.autoconsent,
      cookies: audit.cookies,
      own: audit.own,
      send: audit.send,
      storageState: audit.storageState,
      patience: 120_000,
      quiet: 500,
      largest: LARGEST,
      pictures: audit.format == "html" || !!audit.evidence,
      progress: (page, state) => {
        if (state == "undecided") done++;
        terminal.err(`${done}/${urls.length} ${page.replace(/\p{Cc}/gu, "")} ${state}\n`);
      },
    },
    terminal.asked,
  );
  const sifted = sift(live.findings, accepted, now.toISOString().slice(0, 10));
  if (audit.writeBaseline) {
    const until = new Date(now.getTime() + QUARTER_MS).toISOString().slice(0, 10);
    await writeFile(audit.writeBaseline, writeBaseline(sifted.open, until));
  }
  if (audit.declare && site) {
    const settled = await declareSite({
      path: audit.declare,
      home: new URL(url).hostname,
      visits: live.visits,
      services: site.services,
      catalogue: audit.catalogue,
      recogniser: known.recogniser,
      cookies: audit.cookies,
      dry: audit.dry,
      readConfig: audit.readConfig,
      terminal,
    });
    sifted.open = sifted.open.filter(
      ({ rule, what }) =>
        !((rule == "storage-undeclared" || rule == "longer-than-declared") && settled.has(what)),
    );
  }
  const report = makeReport(sifted, {
    library: version,
    at: now.toISOString(),
    target: url,
    kind: "live",
    finished: live.finished,
    unread: [],
    files: 0,
    pages: live.pages,
    visits: live.visits,
  });
  if (audit.evidence) await writeEvidence(audit.evidence, report, audit.sign);
  if (audit.init) {
    const found = new Map(
      live.visits.flatMap(({ requests }) =>
        requests.flatMap(({ services, url: address }) =>
          services.map((id) => [id, address] as const),
        ),
      ),
    );
    const { config: text } = initConfig(null, found, new URL(url).hostname, true);
    const written = `${JSON.stringify(text, null, 2)}\n`;
    if (audit.dry) terminal.err(written);
    else await writeFile("consent.json", written, { flag: "wx" });
  }
  await writeOut(formatReport(report, audit.format, ""), audit.out, terminal);
  if (!live.finished) return "unfinished";
  return report.counts.errors + report.counts.warnings > 0 ? "found" : "ok";
}
