import { keyFile } from "../collector/note/keyFile.ts";
import { createSigner } from "../collector/note/signer.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { readOptions } from "./readOptions.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry key --log-name NAME [options]

Prints the public half of a log's key, which verifiers need; makes the key when
there is none. Several collectors of one log need copies of one key file.

  --log-name NAME     name of the log, as in its checkpoints
  --key FILE          (default consentry.pem)
`;

/** `consentry key`. */
export async function keyCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const table = { key: "one", "log-name": "one", help: "flag" } as const;
  const options = readOptions(args, table, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const name = options.one("log-name");
  if (!name) throw new CommandError(EXIT.usage, "--log-name is needed.");
  const signer = createSigner(name, keyFile(options.one("key") ?? "consentry.pem"));
  terminal.out(`${signer.vkey}\n`);
  return EXIT.ok;
}
