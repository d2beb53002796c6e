import { readFile, writeFile } from "node:fs/promises";
import { FORMATS, writePolicies, type Format } from "../build/policy/writePolicies.ts";
import { packageFile } from "../build/site/packageFile.ts";
import { readSite } from "../build/site/readSite.ts";
import type { PolicyBase } from "../policy/policyBase.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { readOptions } from "./readOptions.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry policy --config FILE [options]

Writes the Content Security Policy that stops what consent does not cover, for
who has decided nothing and for each combination of categories, as a recipe for
your server. A server in JavaScript takes the middleware of consentry/policy.

  --config FILE       the configuration that pages take by data-config (JSON)
  --format NAME       header (default): the undecided policy; nginx, apache,
                      caddy: a recipe; json: all there is; for a static host
                      worker: the service worker, and head: for the start of
                      each page's head; monitor: what consentry.monitor.js
                      watches; php: a function that reads the cookie
  --worker URL        where the pages find the worker (/consentry.sw.js)
  --policy TEXT       your own Content-Security-Policy; the result is never wider
  --allow KIND=HOST   a further host of your own, by kind: script, connect,
                      socket, frame, image, style, font, media, worker, form;
                      may be given again
  --hash HASH         hash of an inline script (sha256-...); may be given again
  --inline WHICH      inline code where --policy is silent: none, style
                      (default) or all
  --report-only       report what would be stopped, stop nothing
  --report-uri URL    where browsers report to
  --out FILE          where to (default: standard output)

What stays blocked although it was asked for goes to standard error.
`;

const OPTIONS = {
  config: "one",
  format: "one",
  policy: "one",
  allow: "many",
  hash: "many",
  inline: "one",
  worker: "one",
  "report-only": "flag",
  "report-uri": "one",
  out: "one",
  help: "flag",
} as const;

/** The service worker without the site's data. */
const WORKER = "dist/consentry.sw.js";

/** `consentry policy`. */
export async function policyCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const options = readOptions(args, OPTIONS, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const format = (options.one("format") ?? "header") as Format;
  if (!FORMATS.includes(format)) {
    throw new CommandError(EXIT.usage, `--format is one of ${FORMATS.join(", ")}.`);
  }
  const inline = options.one("inline") ?? "style";
  if (inline != "none" && inline != "style" && inline != "all") {
    throw new CommandError(EXIT.usage, "--inline is none, style or all.");
  }
  const allow: Record<string, string[]> = {};
  for (const pair of options.many("allow")) {
    const [kind = "", host = ""] = pair.split(/=(.*)/s);
    (allow[kind] ??= []).push(host);
  }
  const policy = options.one("policy");
  const uri = options.one("report-uri");
  const base: PolicyBase = {
    ...(policy && { policy }),
    allow,
    hashes: options.many("hash"),
    inline,
    reportOnly: options.flag("report-only"),
    ...(uri && { report: { uri } }),
  };
  const { gate } = await readSite(options.one("config"));
  const { text: made, problems } = writePolicies(gate, base, format, options.one("worker"));
  const text = format == "worker" ? made + (await readFile(packageFile(WORKER), "utf8")) : made;
  const out = options.one("out");
  if (out) await writeFile(out, text);
  else terminal.out(text);
  if (problems.length) terminal.err(`${problems.join("\n")}\n`);
  return EXIT.ok;
}
