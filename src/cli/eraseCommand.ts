import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { openStore } from "./openStore.ts";
import { readOptions } from "./readOptions.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry erase --subject ID [options]
consentry erase --older-than DAYS [options]

Erases the text of records for good, while the collector runs. The leaves,
which name nobody, stay, so that the log verifies as before.

  --store ADDRESS     a SQLite file (default consentry.db) or postgres://…
`;

const DAY = 86_400_000; // milliseconds

/** `consentry erase`. */
export async function eraseCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const table = { store: "one", subject: "one", "older-than": "one", help: "flag" } as const;
  const options = readOptions(args, table, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const subject = options.one("subject");
  const days = options.one("older-than") == null ? null : options.count("older-than", 0, 1);
  if ((subject == null) == (days == null)) {
    throw new CommandError(EXIT.usage, "Either --subject or --older-than is needed.");
  }
  const store = await openStore(options.one("store") ?? "consentry.db", "open");
  try {
    const what = subject == null ? { receivedBefore: Date.now() - days! * DAY } : { subject };
    const count = await store.erase(what);
    terminal.out(`${count} records erased.\n`);
  } finally {
    await store.close();
  }
  return EXIT.ok;
}
