import { existsSync, readFileSync } from "node:fs";
import { createCollector } from "../collector/createCollector.ts";
import { LIMITS } from "../collector/http/limits.ts";
import { checkLog } from "../collector/log/checkLog.ts";
import type { LogIdentity } from "../collector/log/sequence.ts";
import { every, type Repeating } from "../collector/node/every.ts";
import { keepPrivate, openToOthers } from "../collector/node/privateFiles.ts";
import { serve } from "../collector/node/serve.ts";
import { keyFile } from "../collector/note/keyFile.ts";
import { createSigner } from "../collector/note/signer.ts";
import { checkMark, readMark } from "../collector/publish/mark.ts";
import { treeReader } from "../collector/merkle/treeReader.ts";
import { askWitnesses, readWitness } from "../collector/publish/askWitnesses.ts";
import { createPublisher, type Cosign } from "../collector/publish/publisher.ts";
import { stampNewest } from "../collector/publish/timestamp.ts";
import { jsonReporter, type Reporter } from "../collector/report.ts";
import { lockFile } from "../collector/sqlite/lockFile.ts";
import type { Store } from "../collector/store/store.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { isPostgres, openStore } from "./openStore.ts";
import { readOptions, type Options } from "./readOptions.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry collect --site https://www.example.org [options]

Receives consent records at POST /v1/records and keeps them in a log whose
every later change can be detected by anyone who holds an earlier checkpoint or
a receipt.

  --site ORIGIN       whose pages may send records; may be repeated
  --store ADDRESS     a SQLite file (default consentry.db) or postgres://…
  --key FILE          the log's private key, made when there is none (default
                      consentry.pem); repeat it while one key replaces another
  --log-name NAME     name of the log in every checkpoint; cannot be changed
                      later (default: host of the first site + /consentry)
  --host ADDRESS      where to listen (default 127.0.0.1)
  --port NUMBER       (default 8787)
  --proxies NUMBER    how many proxies in front set X-Forwarded-For (default 0)
  --trust NETWORK     a proxy's network that is not private, such as
                      203.0.113.0/24; may be repeated
  --rate NUMBER       records a second from one network, in the long run; long
                      ones count as several (IPv4 /24, IPv6 /56; default 8)
  --burst NUMBER      how far a network may run ahead of it (default 200)
  --max-size MB       refuse new records when the log has so many megabytes
                      (default: no limit)
  --reserve MB        refuse them when the disk has fewer left, so that erasing
                      still works (default 64; SQLite)
  --verbose           log every request, not only those that failed
  --token-file FILE   holds the token that opens /owner and /metrics; or set
                      CONSENTRY_TOKEN
  --tiles DIRECTORY   also write the public log as static files
  --witness VKEY@URL  have every checkpoint cosigned there; may be repeated
  --quorum NUMBER     how many must, before one is shown (default: all)
  --tsa URL           have a checkpoint stamped once a day (RFC 3161)
  --interval SECONDS  between two published checkpoints (default 5)
  --retain-days DAYS  erase the text of older records (default: never)
`;

const OPTIONS = {
  site: "many",
  store: "one",
  key: "many",
  "log-name": "one",
  host: "one",
  port: "one",
  proxies: "one",
  trust: "many",
  rate: "one",
  burst: "one",
  "max-size": "one",
  reserve: "one",
  verbose: "flag",
  "token-file": "one",
  tiles: "one",
  witness: "many",
  quorum: "one",
  tsa: "one",
  interval: "one",
  "retain-days": "one",
  help: "flag",
} as const;

const HOUR = 3_600_000; // milliseconds
const DAY = 24 * HOUR;
const MB = 2 ** 20;

/** `consentry collect`: runs until it is asked to end. */
export async function collectCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const options = readOptions(args, OPTIONS, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const sites = options.many("site").map(toOrigin);
  const [first] = sites;
  if (!first) throw new CommandError(EXIT.usage, "At least one --site is needed.");
  const address = options.one("store") ?? "consentry.db";
  const [keyPath = "consentry.pem", ...otherKeys] = options.many("key");
  const port = options.count("port", 8787);
  const print = jsonReporter(Date.now, terminal.out);
  const verbose = options.flag("verbose");
  const report: Reporter = (line) => {
    if (verbose || line.event != "request" || Number(line.status) >= 400) print(line);
  };
  const ownerToken = readToken(options, terminal);

  keepPrivate();
  const markPath = `${keyPath}.mark`;
  const mark = readMark(markPath);
  if (mark && !isPostgres(address) && !existsSync(address)) {
    throw new CommandError(
      EXIT.environment,
      `${keyPath} has signed a log, and ${address} is not there. Bring the database back, or begin ` +
        "a new log with a new key (see docs/operating.md, Restore).",
    );
  }
  const files = isPostgres(address) ? [] : [address, `${address}-wal`, `${address}-shm`];
  const tokens = [options.one("token-file") ?? ""].filter(Boolean);
  for (const file of openToOthers([...files, keyPath, ...otherKeys, ...tokens])) {
    // As ssh says it: others on this machine can read what is in it. `chmod 600` ends that.
    report({ level: "warn", event: "file-open-to-others", file });
  }
  const release = isPostgres(address) ? () => {} : await lockFile(`${address}.lock`);
  const store = await openStore(address, "create");
  const jobs: Repeating[] = [];
  try {
    if ((await store.head()).frontier.size && !existsSync(keyPath)) {
      // A new key would be refused anyway; this says why before one is made.
      throw new CommandError(EXIT.environment, `${keyPath}, which signed this log, is not there.`);
    }
    const name = options.one("log-name") ?? `${new URL(first).host}/consentry`;
    const log: LogIdentity = {
      origin: name,
      signers: [keyPath, ...otherKeys].map((path) => createSigner(name, keyFile(path))),
    };
    await checkLog(store, log);
    if (mark) await checkMark(store, mark);
    const limits = {
      rate: options.count("rate", LIMITS.rate, 1),
      burst: options.count("burst", LIMITS.burst, 1),
      maxSize: options.count("max-size", Infinity, 1) * MB,
      reserve: options.count("reserve", 64) * MB,
    };
    const collector = createCollector({ store, log, origins: sites, ownerToken, report, limits });
    const publisher = createPublisher({
      store,
      log,
      mark: markPath,
      directory: options.one("tiles"),
      cosign: readCosign(options, store, report),
      report,
    });
    const interval = options.count("interval", 5, 1) * 1000;
    jobs.push(every(interval, publisher.publish, failing(report, "publish-failed")));
    const tsa = options.one("tsa");
    if (tsa != null)
      jobs.push(every(DAY, () => stampDaily(store, tsa, report), failing(report, "stamp-failed")));
    const days = options.count("retain-days", 0);
    if (days)
      jobs.push(every(HOUR, () => retain(store, days, report), failing(report, "retain-failed")));
    const hostname = options.one("host") ?? "127.0.0.1";
    const proxies = options.count("proxies", 0);
    const trust = options.many("trust");
    const serving = await serve(collector, { port, hostname, proxies, trust, report });
    for (const { vkey } of log.signers) report({ level: "info", event: "key", vkey });
    report({ level: "info", event: "listening", host: hostname, port: serving.port });

    await terminal.asked;
    await serving.close();
    await Promise.all(jobs.splice(0).map((job) => job.stop()));
    await publisher.publish();
    report({ level: "info", event: "stopped" });
  } finally {
    await Promise.all(jobs.map((job) => job.stop()));
    await store.close();
    release();
  }
  return EXIT.ok;
}

async function stampDaily(store: Store, url: string, report: Reporter): Promise<void> {
  const size = await stampNewest(store, { url });
  if (size != null) report({ level: "info", event: "stamped", size });
}

function readCosign(options: Options, store: Store, report: Reporter): Cosign | undefined {
  const witnesses = options.many("witness").map((text) => {
    const witness = readWitness(text);
    if (!witness) throw new CommandError(EXIT.usage, "--witness is name+id+key@https://…");
    return witness;
  });
  if (!witnesses.length) return undefined;
  const quorum = options.count("quorum", witnesses.length, 1);
  return askWitnesses({ witnesses, quorum, tree: treeReader(store), report });
}

async function retain(store: Store, days: number, report: Reporter): Promise<void> {
  const { count, held } = await store.erase({ receivedBefore: Date.now() - days * DAY });
  if (count) report({ level: "info", event: "retention", erased: count });
  // Bytes of them are in the write-ahead log until a reader is done; the next round looks again.
  if (held) report({ level: "warn", event: "erasure-held" });
}

const failing = (report: Reporter, event: string) => (error: unknown) =>
  report({ level: "error", event, message: error instanceof Error ? error.message : "unknown" });

function toOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname != "/" || url.search || url.hash) {
    throw new CommandError(
      EXIT.usage,
      `--site is an origin such as https://www.example.org, not ${text}`,
    );
  }
  return url.origin;
}

function readToken(options: Options, terminal: Terminal): string | undefined {
  const path = options.one("token-file");
  const token = path == null ? terminal.env.CONSENTRY_TOKEN : readFileSync(path, "utf8").trim();
  if (token != null && token.length < 16) {
    throw new CommandError(
      EXIT.usage,
      "The token has fewer than 16 characters: too easy to guess.",
    );
  }
  return token;
}
