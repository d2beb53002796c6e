import { type ExitCode } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";
export declare const USAGE = "consentry <command> [options]\n\n  collect   receive consent records and keep them in a tamper-evident log\n  verify    check an export, a receipt or a published log\n  export    write the log or a part of it: JSON lines, JSON-LD or CSV\n  witness   watch other people's logs and cosign their checkpoints\n  move      copy a log to another database, for instance to PostgreSQL\n  erase     erase a visitor's records; the log stays verifiable\n\nEvery command explains itself with --help. Options can also be set as\nenvironment variables: --log-name as CONSENTRY_LOG_NAME.\n\nExit codes: 0 done, 1 not as it was signed, 2 wrong usage, 3 cannot be used.\n";
/** Runs one command line; gives the exit code and never throws. */
export declare function run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
