import { keepPrivate } from "../collector/node/privateFiles.ts";
import { grantRights } from "../collector/postgres/grantRights.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { isPostgres, openStore } from "./openStore.ts";
import { readOptions } from "./readOptions.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry tables --store ADDRESS [options]

Makes the tables of a log, or brings those of an older version up to date, as
their owner. A collector can then log in as a role that may not alter the log.

  --store ADDRESS     postgres://owner@… or a SQLite file
  --grant ROLE        PostgreSQL: give this role what a collector needs
`;

/** `consentry tables`. */
export async function tablesCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const table = { store: "one", grant: "one", help: "flag" } as const;
  const options = readOptions(args, table, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const [address, role] = [options.one("store"), options.one("grant")];
  if (!address) throw new CommandError(EXIT.usage, "--store is needed.");
  if (role != null && !isPostgres(address)) {
    throw new CommandError(EXIT.usage, "--grant is for PostgreSQL alone.");
  }
  keepPrivate();
  const store = await openStore(address, "create");
  await store.close();
  if (role != null) await grantRights(address, role);
  terminal.out("The tables are there.\n");
  return EXIT.ok;
}
