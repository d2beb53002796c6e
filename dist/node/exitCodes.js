const EXIT = {
  /** Done; for `verify`: everything is as it was signed. */
  ok: 0,
  /** For `verify`: something is not as it was signed. Else: the configuration has mistakes. */
  bad: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** A file, a database or a server cannot be used. */
  environment: 3
};
class CommandError extends Error {
  exit;
  constructor(exit, message) {
    super(message);
    this.name = "CommandError";
    this.exit = exit;
  }
}

export { CommandError as C, EXIT as E };
