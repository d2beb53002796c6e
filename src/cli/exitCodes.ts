/** What the command line answers to the shell. Documented in `docs/commands.md`. */
export const EXIT = {
  /** Done; for `verify`: everything is as it was signed. */
  ok: 0,
  /** For `verify`: something is not as it was signed. Else: the configuration has mistakes. */
  bad: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** A file, a database or a server cannot be used. */
  environment: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a sentence and a code. */
export class CommandError extends Error {
  readonly exit: ExitCode;

  constructor(exit: ExitCode, message: string) {
    super(message);
    this.name = "CommandError";
    this.exit = exit;
  }
}
