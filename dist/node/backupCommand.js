import { existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { s as syncDirectory } from './keyFile.js';
import { l as loadSqlite } from './sqliteStore.js';
import { E as EXIT, C as CommandError } from './exitCodes.js';
import { i as isPostgres } from './openStore.js';
import { r as readOptions } from './readOptions.js';
import { p as progressBar } from './terminal.js';
import 'node:crypto';
import 'node:util';

const HELP = `consentry backup --out FILE [options]

Copies a SQLite log while the collector runs: one consistent moment of it. For
PostgreSQL use its own tools.

  --store FILE        (default consentry.db)
  --out FILE          must not exist
`;
async function backupCommand(args, terminal) {
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
  const { DatabaseSync, backup } = await loadSqlite();
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5e3 });
  const bar = progressBar(terminal);
  const aside = `${to}.part`;
  try {
    await backup(source, aside, {
      progress: ({ totalPages, remainingPages }) => bar(totalPages - remainingPages, totalPages)
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
  terminal.out(`${String(size)} entries are in ${to}.
`);
  return EXIT.ok;
}

export { backupCommand };
