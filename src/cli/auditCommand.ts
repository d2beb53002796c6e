import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { loadCatalogue } from "../build/site/loadCatalogue.ts";
import { readSite } from "../build/site/readSite.ts";
import { createKnowledge } from "../audit/createKnowledge.ts";
import { auditFiles } from "../audit/folder/auditFiles.ts";
import { ownHosts } from "../audit/folder/ownHosts.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { readOptions } from "./readOptions.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry audit <folder> [options]

Finds what asks others before a visitor was asked. A folder is read without a
browser: pages, templates, style sheets, scripts.

  --config FILE       your configuration (default: consent.json in the folder)
  --own HOST          a host of your own, or one that may be asked; repeatable
  --format NAME       terminal (default), json, sarif, junit or html
  --out FILE          where to (default: standard output)
  --baseline FILE     accepted findings, with reason and last day
  --write-baseline FILE   writes one of what is found now
  --fix               marks in place what was found; prints the diff
  --dry-run           with --fix or --init: writes nothing
  --init              writes consent.json with the services found

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
  init: "flag",
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
  if (!existsSync(target) || !statSync(target).isDirectory()) {
    throw new CommandError(EXIT.environment, `${target} is no folder that can be read.`);
  }
  const config = options.one("config") ?? found(resolve(target, "consent.json"));
  const site = config ? (await readSite(config)).gate : undefined;
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

const found = (path: string): string | undefined => (existsSync(path) ? path : undefined);
