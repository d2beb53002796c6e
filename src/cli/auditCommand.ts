import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { loadCatalogue } from "../build/site/loadCatalogue.ts";
import { loadMessages } from "../build/site/loadMessages.ts";
import { packageFile } from "../build/site/packageFile.ts";
import { readSite, type Site as SiteFile } from "../build/site/readSite.ts";
import { keyFile } from "../collector/note/keyFile.ts";
import { createSigner } from "../collector/note/signer.ts";
import { parseKeep } from "../core/config/parseKeep.ts";
import type { Site } from "../testing/readSite.ts";
import { loadAutoconsent } from "../audit/live/autoconsent.ts";
import { auditSite } from "../audit/live/auditSite.ts";
import type { Words } from "../audit/live/readBanner.ts";
import { createKnowledge } from "../audit/createKnowledge.ts";
import { auditFiles } from "../audit/folder/auditFiles.ts";
import { configInPages } from "../audit/folder/configInPages.ts";
import { readOpenCookies, type OpenCookie } from "../audit/vendors/openCookies.ts";
import { ownHosts } from "../audit/folder/ownHosts.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { readOptions, type Options } from "./readOptions.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry audit <folder | url> [options]

Finds what asks others before a visitor was asked. A folder is read without a
browser: pages, templates, style sheets, scripts. An address is visited in every
state, from undecided to withdrawn; that needs Playwright.

  --config FILE       your configuration (default: consent.json in the folder,
                      or what its index.html carries)
  --own HOST          a host of your own, or one that may be asked; repeatable
  --format NAME       terminal (default), json, sarif, junit or html
  --out FILE          where to (default: standard output)
  --baseline FILE     accepted findings, with reason and last day
  --write-baseline FILE   writes one of what is found now
  --fix               marks in place what was found; prints the diff
  --dry-run           with --fix, --init or --declare: writes nothing
  --init              writes consent.json with the services found

Of an address:
  --declare           compares what was stored with what the configuration
                      declares, prints the diff, and renews the file
  --pages HOW         crawl, sitemap, or a file with one address a line
  --most NUMBER       pages at most (default 20)
  --autoconsent       insists on autoconsent's rules for other tools' banners;
                      they are used wherever @duckduckgo/autoconsent is installed
  --send              lets hits of vendors go; by default they are held back
  --storage-state FILE   a session, as Playwright saves it
  --browser FILE      the browser to use
  --proxy ADDRESS     a proxy to use
  --evidence FOLDER   report, requests, pictures and a manifest of hashes
  --key FILE          key of the collector that signs the manifest
  --log-name NAME     the name that it signs under

Exit codes: 0 nothing found, 1 findings, 2 wrong usage, 3 cannot be used.
`;

const OPTIONS = {
  config: "one",
  own: "many",
  format: "one",
  out: "one",
  baseline: "one",
  "write-baseline": "one",
  fix: "flag",
  "dry-run": "flag",
  pages: "one",
  most: "one",
  autoconsent: "flag",
  send: "flag",
  "storage-state": "one",
  browser: "one",
  proxy: "one",
  evidence: "one",
  key: "one",
  "log-name": "one",
  init: "flag",
  declare: "flag",
  help: "flag",
} as const;

const FORMATS = ["terminal", "json", "sarif", "junit", "html"] as const;

/** `consentry audit`. */
export async function auditCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, OPTIONS, terminal, 1);
  const [target] = options.positionals;
  if (options.flag("help") || !target) {
    terminal.out(HELP);
    return options.flag("help") ? EXIT.ok : EXIT.usage;
  }
  const format = FORMATS.find((name) => name == (options.one("format") ?? "terminal"));
  if (!format) throw new CommandError(EXIT.usage, `--format is ${FORMATS.join(", ")}.`);
  if (/^https?:\/\//.test(target)) return auditAddress(target, format, options, terminal);
  if (options.flag("declare")) {
    throw new CommandError(
      EXIT.usage,
      "--declare compares with what a browser stores: audit the site's address.",
    );
  }
  if (!existsSync(target) || !statSync(target).isDirectory()) {
    throw new CommandError(EXIT.environment, `${target} is no folder that can be read.`);
  }
  const config = options.one("config") ?? found(resolve(target, "consent.json"));
  const source = config ?? (await configInPages(target));
  const site = source ? (await readSite(source)).gate : undefined;
  const known = createKnowledge({
    catalogue: await loadCatalogue(),
    site,
    own: [...(await ownHosts(target)), ...options.many("own")],
  });
  const result = await auditFiles(target, {
    known,
    format,
    config: config ?? resolve(target, "consent.json"),
    out: options.one("out"),
    baseline: options.one("baseline"),
    writeBaseline: options.one("write-baseline"),
    fix: options.flag("fix"),
    dry: options.flag("dry-run"),
    init: options.flag("init"),
    terminal,
  }).catch((error: unknown) => {
    throw new CommandError(EXIT.environment, error instanceof Error ? error.message : "");
  });
  return result ? EXIT.bad : EXIT.ok;
}

/** A live audit. */
async function auditAddress(
  target: string,
  format: (typeof FORMATS)[number],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  if (!URL.canParse(target)) throw new CommandError(EXIT.usage, `${target} is no address.`);
  if (options.flag("fix")) {
    throw new CommandError(
      EXIT.usage,
      "--fix marks files: audit the folder that the site is built from.",
    );
  }
  const key = options.one("key");
  const name = options.one("log-name");
  if (key && !name) throw new CommandError(EXIT.usage, "--log-name is needed with --key.");
  const signer = key && name ? createSigner(name, keyFile(key)) : null;
  const declare = options.flag("declare");
  const config = options.one("config") ?? (declare ? found("consent.json") : undefined);
  if (declare && !config) {
    throw new CommandError(EXIT.usage, "--declare renews a file: name it with --config.");
  }
  const autoconsent = loadAutoconsent();
  if (options.flag("autoconsent") && !autoconsent) {
    throw new CommandError(
      EXIT.environment,
      "autoconsent's rules are not installed. Run: npm install --save-dev @duckduckgo/autoconsent",
    );
  }
  const verdict = await auditSite({
    url: new URL(target).href,
    catalogue: await loadCatalogue(),
    readConfig: async (given) => siteOf(await readSite(given)),
    config: config ? (await readSite(config)).options : undefined,
    words: await buttonWords(),
    cookies: openCookies(),
    autoconsent,
    own: options.many("own"),
    pages: options.one("pages"),
    most: options.count("most", 20, 1),
    send: options.flag("send"),
    storageState: options.one("storage-state"),
    browser: { path: options.one("browser"), proxy: options.one("proxy") },
    format,
    out: options.one("out"),
    evidence: options.one("evidence"),
    sign: (text) => (signer ? `${text}\n${signer.line(text)}` : text),
    baseline: options.one("baseline"),
    writeBaseline: options.one("write-baseline"),
    init: options.flag("init"),
    declare: declare ? config : undefined,
    dry: options.flag("dry-run"),
    terminal,
  }).catch((error: unknown) => {
    throw new CommandError(EXIT.environment, error instanceof Error ? error.message : "");
  });
  return { ok: EXIT.ok, found: EXIT.bad, unfinished: EXIT.environment }[verdict];
}

/** A configuration as the test kit's judgement takes it. */
function siteOf({ gate, options }: SiteFile): Site {
  return { ...gate, ...parseKeep(options, () => {}) };
}

/** What the Open Cookie Database knows; nothing where its file was left out. */
function openCookies(): readonly OpenCookie[] {
  const file = packageFile("data/open-cookies.json");
  return existsSync(file) ? readOpenCookies(readFileSync(file, "utf8")) : [];
}

/** What buttons say in each of our languages. */
async function buttonWords(): Promise<Words> {
  const words = { accept: [] as string[], reject: [] as string[], settings: [] as string[] };
  const files = readdirSync(packageFile("dist/esm/i18n/locales")).filter((file) =>
    file.endsWith(".js"),
  );
  for (const file of files) {
    const texts = await loadMessages(file.slice(0, -3));
    for (const name of ["accept", "reject", "settings"] as const) {
      const text = texts[`action.${name}`];
      if (text) words[name].push(text);
    }
  }
  return words;
}

const found = (path: string): string | undefined => (existsSync(path) ? path : undefined);
