#!/usr/bin/env node
import { E as EXIT, C as CommandError } from './exitCodes.js';
import { a as processTerminal } from './terminal.js';

const COMMANDS = {
  declare: async () => (await import('./declareCommand.js')).declareCommand,
  bundle: async () => (await import('./bundleCommand.js')).bundleCommand,
  inline: async () => (await import('./inlineCommand.js')).inlineCommand,
  collect: async () => (await import('./collectCommand.js')).collectCommand,
  verify: async () => (await import('./verifyCommand.js')).verifyCommand,
  export: async () => (await import('./exportCommand.js')).exportCommand,
  witness: async () => (await import('./witnessCommand.js')).witnessCommand,
  backup: async () => (await import('./backupCommand.js')).backupCommand,
  key: async () => (await import('./keyCommand.js')).keyCommand,
  move: async () => (await import('./moveCommand.js')).moveCommand,
  erase: async () => (await import('./eraseCommand.js')).eraseCommand
};
const USAGE = `consentry <command> [options]

  declare   write the table of services and cookies for a cookie policy
  bundle    write one script with just what your site uses
  inline    write the script for the head that restores a stored choice at once

  collect   receive consent records and keep them in a tamper-evident log
  verify    check an export, a receipt or a published log
  export    write the log or a part of it: JSON lines, JSON-LD or CSV
  witness   watch other people's logs and cosign their checkpoints
  backup    copy a SQLite log while the collector runs
  key       make the log's key, print its public half
  move      copy a log to another database, for instance to PostgreSQL
  erase     erase a visitor's records; the log stays verifiable

Every command explains itself with --help. Options can also be set as
environment variables: --log-name as CONSENTRY_LOG_NAME.

Exit codes: 0 done, 1 not as it was signed, or a mistake in the configuration,
2 wrong usage, 3 cannot be used.
`;
async function run(args, terminal) {
  const [name = "--help", ...rest] = args;
  if (name == "--help" || name == "-h" || name == "help") {
    terminal.out(USAGE);
    return EXIT.ok;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : void 0;
  if (!load) {
    terminal.err(`There is no such command.

${USAGE}`);
    return EXIT.usage;
  }
  try {
    return await (await load())(rest, terminal);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    terminal.err(`${message}
`);
    return error instanceof CommandError ? error.exit : EXIT.environment;
  }
}

process.exitCode = await run(process.argv.slice(2), processTerminal());
