import { existsSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { keepPrivate } from "../collector/node/privateFiles.ts";
import { syncDirectory } from "../collector/note/keyFile.ts";
import { loadSqlite } from "../collector/sqlite/openSqlite.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { isPostgres } from "./openStore.ts";
import { readOptions } from "./readOptions.ts";
import { progressBar, type Terminal } from "./terminal.ts";

const HELP = `consentry backup --out FILE [options]

Copies a SQLite log while the collector runs: one consistent moment of it. For
PostgreSQL use its own tools.

  --store FILE        (default consentry.db)
  --out FILE          must not exist
`;

/** `consentry backup`. */
export async function backupCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const options = readOptions(args, { store: "one", out: "one", help: "flag" }, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const [from, to] = [options.one("store") ?? "consentry.db", options.one("out")];
  if (!to || isPostgres(from))
    throw new CommandError(EXIT.usage, "--out FILE is needed, and a SQLite --store.");
  if (!existsSync(from)) throw new CommandError(EXIT.environment, `${from} is not there.`);
  if (existsSync(to)) throw new CommandError(EXIT.usage, `${to} is already there.`);
  keepPrivate();
  const { DatabaseSync, backup } = await loadSqlite();
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
  const bar = progressBar(terminal);
  // Under another name until it is whole: half a backup must not look like one.
  const aside = `${to}.part`;
  try {
    await backup(source, aside, {
      progress: ({ totalPages, remainingPages }) => bar(totalPages - remainingPages, totalPages),
    });
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(aside);
  const verdict = Object.values(copy.prepare("PRAGMA integrity_check").get() ?? {})[0];
  const size = copy.prepare("SELECT size FROM head").get()?.size;
  copy.close();
  if (verdict !== "ok") throw new CommandError(EXIT.environment, "The copy is damaged.");
  renameSync(aside, to);
  syncDirectory(dirname(to));
  terminal.out(`${String(size)} entries are in ${to}.\n`);
  return EXIT.ok;
}
