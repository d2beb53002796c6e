import { k as keyFile } from './keyFile.js';
import { c as createSigner } from './signer.js';
import { E as EXIT, C as CommandError } from './exitCodes.js';
import { r as readOptions } from './readOptions.js';
import 'node:crypto';
import 'node:fs';
import 'node:path';
import 'node:util';

const HELP = `consentry key --log-name NAME [options]

Prints the public half of a log's key, which verifiers need; makes the key when
there is none. Several collectors of one log need copies of one key file.

  --log-name NAME     name of the log, as in its checkpoints
  --key FILE          (default consentry.pem)
`;
async function keyCommand(args, terminal) {
  const table = { key: "one", "log-name": "one", help: "flag" };
  const options = readOptions(args, table, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const name = options.one("log-name");
  if (!name) throw new CommandError(EXIT.usage, "--log-name is needed.");
  const signer = createSigner(name, keyFile(options.one("key") ?? "consentry.pem"));
  terminal.out(`${signer.vkey}
`);
  return EXIT.ok;
}

export { keyCommand };
