import { moveLog } from "../collector/move/moveLog.ts";
import { keepPrivate } from "../collector/node/privateFiles.ts";
import { lockFile } from "../collector/sqlite/lockFile.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { isPostgres, openStore } from "./openStore.ts";
import { readOptions } from "./readOptions.ts";
import { progressBar, type Terminal } from "./terminal.ts";

const HELP = `consentry move --to ADDRESS [options]

Copies a log to another database, for instance from SQLite to PostgreSQL. Stop
the collector first. Can be interrupted and started again; goes on where it was.

  --from ADDRESS      (default consentry.db)
  --to ADDRESS        a SQLite file or postgres://…
`;

/** `consentry move`. */
export async function moveCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, { from: "one", to: "one", help: "flag" }, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const from = options.one("from") ?? "consentry.db";
  const to = options.one("to");
  if (!to || to == from)
    throw new CommandError(EXIT.usage, "--to is needed, another one than --from.");
  keepPrivate();
  const undo: (() => unknown)[] = [];
  try {
    for (const address of [from, to]) {
      if (!isPostgres(address)) undo.unshift(await lockFile(`${address}.lock`));
    }
    const source = await openStore(from, "open");
    undo.unshift(() => source.close());
    const target = await openStore(to, "create");
    undo.unshift(() => target.close());
    const size = await moveLog(source, target, progressBar(terminal));
    terminal.out(`${size} entries are in ${isPostgres(to) ? "PostgreSQL" : to}.\n`);
  } finally {
    for (const step of undo) await step();
  }
  return EXIT.ok;
}
