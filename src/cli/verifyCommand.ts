import { X509Certificate } from "node:crypto";
import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { readLines } from "./readLines.ts";
import { readOptions } from "./readOptions.ts";
import { resourceReader } from "./resourceReader.ts";
import { progressBar, type Terminal } from "./terminal.ts";
import { explainReport, explainVisitor } from "../verify/explainReport.ts";
import { nodePrimitives } from "../verify/nodePrimitives.ts";
import { readKey, type VerifierKey } from "../verify/openNote.ts";
import { failed, type Report } from "../verify/report.ts";
import { verifyStamp } from "../verify/stamp/verifyStamp.ts";
import { verifyEvidence } from "../verify/verifyEvidence.ts";
import { verifyExport, type Trust } from "../verify/verifyExport.ts";
import { verifyLog } from "../verify/verifyLog.ts";
import { isVisitorLine, verifyVisitor } from "../verify/verifyVisitor.ts";

const HELP = `consentry verify <file | - | url | folder> [options]

Checks an export of the log, the file of a visitor, a folder of an audit's
evidence, or a whole published log by its address. Needs no trust in who made it, and for files no network.

  --key VKEY          key of the log, as /keys shows it; may be repeated.
                      Without it the key that comes with the data is taken,
                      which proves only that the data agrees with itself.
  --checkpoint FILE   a checkpoint kept from earlier; may be repeated. Finds a
                      log that was rewritten by its own operator.
  --witness VKEY      key of a witness whose word counts; may be repeated
  --quorum NUMBER     how many of them must have seen the log (default: all)
  --tsa FILE          PEM certificates of trusted time stamping authorities;
                      a time stamp in the export must then lead to one
  --json              print the report as JSON

Exit codes: 0 as it was signed, 1 not, 2 wrong usage, 3 cannot be read.
`;

const OPTIONS = {
  key: "many",
  checkpoint: "many",
  witness: "many",
  quorum: "one",
  tsa: "one",
  json: "flag",
  help: "flag",
} as const;

/** `consentry verify`. */
export async function verifyCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const options = readOptions(args, OPTIONS, terminal, 1);
  const [target] = options.positionals;
  if (options.flag("help") || !target) {
    terminal.out(HELP);
    return options.flag("help") ? EXIT.ok : EXIT.usage;
  }
  const trust: Trust = {
    keys: options.many("key").map((vkey) => toKey(vkey, "--key")),
    earlier: await Promise.all(options.many("checkpoint").map(text)),
    witnesses: options.many("witness").map((vkey) => toKey(vkey, "--witness")),
  };
  const quorum = options.count("quorum", trust.witnesses.length, 1);
  const roots = await readRoots(options.one("tsa"));
  const print = (report: { ok: boolean }, words: string): ExitCode => {
    terminal.out(options.flag("json") ? `${JSON.stringify(report, plainBytes)}\n` : words);
    return report.ok ? EXIT.ok : EXIT.bad;
  };

  if (isFolder(target)) {
    const evidence = await verifyEvidence(
      (name) => readFile(join(target, name)),
      trust.keys,
      nodePrimitives,
    ).catch(() => {
      throw new CommandError(EXIT.environment, `${target} holds no manifest.txt.`);
    });
    const { ok, files, at, signedBy, reason } = evidence;
    const signed = signedBy ? `, signed by ${signedBy}` : "";
    return print(
      evidence,
      ok
        ? `${files} files are as they were written for the audit of ${at}${signed}.\n`
        : `Not as it was written: ${reason}\n`,
    );
  }
  const bar = progressBar(terminal);
  let report: Report;
  if (/^https?:\/\//.test(target)) {
    report = await verifyLog(resourceReader(target), trust, nodePrimitives, bar);
  } else {
    const { first, lines } = await readLines(target, bar);
    if (isVisitorLine(first)) {
      const visitor = await verifyVisitor(lines, trust.keys, nodePrimitives);
      return print(visitor, explainVisitor(visitor));
    }
    report = await verifyExport(lines, trust, nodePrimitives);
  }
  if (report.ok) report = held(report, trust, quorum, roots);
  return print(report, explainReport(report) + (report.ok ? stamped(report, roots) : ""));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Holds a good report to the outside world: witnesses and time stamps, where they were asked for. */
function held(report: Report, trust: Trust, quorum: number, roots: X509Certificate[]): Report {
  const names = new Set(report.witnessed.map(({ name }) => name));
  if (trust.witnesses.length && names.size < quorum) {
    return failed(
      report,
      `Of the witnesses that count, ${names.size} have seen this log, not ${quorum}.`,
    );
  }
  if (roots.length && !report.stamps.length) return failed(report, "There is no time stamp.");
  for (const { note, response } of roots.length ? report.stamps : []) {
    const found = verifyStamp(response, Buffer.from(note), roots);
    if (!found.ok) return failed(report, found.reason);
  }
  return report;
}

function stamped({ stamps }: Report, roots: X509Certificate[]): string {
  const lines = stamps.map(({ size, note, response }) => {
    const found = roots.length ? verifyStamp(response, Buffer.from(note), roots) : null;
    if (!found?.ok) return `A time stamp over ${size} entries is there; --tsa checks it.\n`;
    const authority = found.authority.replaceAll("\n", ", ");
    return `Time stamp: ${size} entries existed on ${new Date(found.time).toISOString()} (${authority}).\n`;
  });
  return lines.join("");
}

function toKey(vkey: string, option: string): VerifierKey {
  const key = readKey(vkey, nodePrimitives.sha256);
  if (!key) throw new CommandError(EXIT.usage, `${option} is not a verifier key (name+id+key).`);
  return key;
}

async function text(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new CommandError(EXIT.environment, `${path} cannot be read.`);
  }
}

async function readRoots(path: string | undefined): Promise<X509Certificate[]> {
  if (path == null) return [];
  const blocks = (await text(path)).match(
    /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g,
  );
  try {
    if (blocks) return blocks.map((block) => new X509Certificate(block));
  } catch {
    // Falls through to the same answer.
  }
  throw new CommandError(EXIT.usage, "--tsa holds no PEM certificate.");
}

/** Byte arrays as hexadecimal digits. */
function plainBytes(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;
}
