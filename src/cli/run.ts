import { SiteError } from "../build/SiteError.ts";
import { library } from "../engine/library.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";

type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

/** Each command is loaded when it is used: `verify` needs neither a database nor a server. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  audit: async () => (await import("./auditCommand.ts")).auditCommand,
  init: async () => (await import("./initCommand.ts")).initCommand,
  copy: async () => (await import("./copyCommand.ts")).copyCommand,
  declare: async () => (await import("./declareCommand.ts")).declareCommand,
  bundle: async () => (await import("./bundleCommand.ts")).bundleCommand,
  inline: async () => (await import("./inlineCommand.ts")).inlineCommand,
  policy: async () => (await import("./policyCommand.ts")).policyCommand,
  collect: async () => (await import("./collectCommand.ts")).collectCommand,
  verify: async () => (await import("./verifyCommand.ts")).verifyCommand,
  export: async () => (await import("./exportCommand.ts")).exportCommand,
  witness: async () => (await import("./witnessCommand.ts")).witnessCommand,
  backup: async () => (await import("./backupCommand.ts")).backupCommand,
  key: async () => (await import("./keyCommand.ts")).keyCommand,
  move: async () => (await import("./moveCommand.ts")).moveCommand,
  tables: async () => (await import("./tablesCommand.ts")).tablesCommand,
  erase: async () => (await import("./eraseCommand.ts")).eraseCommand,
};

export const USAGE = `consentry <command> [options]

  init      put Consentry into a project: the files and edits, as a diff
  audit     find what asks others before a visitor was asked, and mark it
  copy      put the files that your site needs into a folder of it
  declare   write the table of services and cookies for a cookie policy
  bundle    write one script with just what your site uses
  inline    write the script for the head that restores a stored choice at once
  policy    write the headers that stop what consent does not cover

  collect   receive consent records and keep them in a tamper-evident log
  verify    check an export, a receipt or a published log
  export    write the log or a part of it: JSON lines, JSON-LD or CSV
  witness   watch other people's logs and cosign their checkpoints
  backup    copy a SQLite log while the collector runs
  key       make the log's key, print its public half
  move      copy a log to another database, for instance to PostgreSQL
  tables    make a log's tables, or bring those of an older version up to date
  erase     erase a visitor's records; the log stays verifiable

Every command explains itself with --help; --version says which one runs. Options can also be set as
environment variables: --log-name as CONSENTRY_LOG_NAME.

Exit codes: 0 done, 1 not as it was signed, or a mistake in the configuration,
2 wrong usage, 3 cannot be used.
`;

/** Generators of a site's files know of no shell. */
const SITE_EXITS: Readonly<Record<SiteError["kind"], ExitCode>> = {
  config: EXIT.bad,
  usage: EXIT.usage,
  environment: EXIT.environment,
};

/** Runs one command line; gives the exit code and never throws. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name = "--help", ...rest] = args;
  if (name == "--help" || name == "-h" || name == "help") {
    terminal.out(USAGE);
    return EXIT.ok;
  }
  if (name == "--version" || name == "-V") {
    terminal.out(
      `consentry ${library.version} (build ${library.build}, Node.js ${process.version})\n`,
    );
    return EXIT.ok;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    terminal.err(`There is no such command.\n\n${USAGE}`);
    return EXIT.usage;
  }
  try {
    return await (
      await load()
    )(rest, terminal);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    terminal.err(`${message}\n`);
    if (error instanceof SiteError) return SITE_EXITS[error.kind];
    return error instanceof CommandError ? error.exit : EXIT.environment;
  }
}
