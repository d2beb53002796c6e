import { keepPrivate } from "../collector/node/privateFiles.ts";
import type { Erasure, Store } from "../collector/store/store.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { findSubject } from "./findSubject.ts";
import { isPostgres, openStore } from "./openStore.ts";
import { readOptions, type Options } from "./readOptions.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry erase --subject ID | --record ID | --older-than DAYS |
  --notice HASH [options]

Erases texts for good, while the collector runs. The leaves, which name
no one, stay, so that the log verifies as before.

  --subject ID        all records of a visitor: the consent id, or the id of
                      any of the records, as the receipt shows them
  --record ID         one record alone
  --older-than DAYS   records received longer ago
  --notice HASH       the text of a notice (SHA-256, hexadecimal)
  --store ADDRESS     a SQLite file (default consentry.db) or postgres://…

Exit codes: 0 erased, 1 there was no such text, or a reader keeps bytes of it
on the disk until it is done, 2 wrong usage, 3 cannot be used.
`;

const OPTIONS = {
  store: "one",
  subject: "one",
  record: "one",
  notice: "one",
  "older-than": "one",
  help: "flag",
} as const;

const DAY_MS = 86_400_000;

/** `consentry erase`. */
export async function eraseCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, OPTIONS, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const ways = ["subject", "record", "notice", "older-than"].filter(
    (it) => options.one(it) != null,
  );
  const [way] = ways;
  if (!way || ways.length > 1) {
    throw new CommandError(
      EXIT.usage,
      "Exactly one of --subject, --record, --older-than and --notice is needed.",
    );
  }
  if (way == "older-than") options.count(way, 0, 1);
  keepPrivate();
  const address = options.one("store") ?? "consentry.db";
  const store = await openStore(address, "open");
  try {
    const { count, held } = await store.erase(await whatToErase(store, way, options));
    const what = way == "notice" ? "notice" : "record";
    terminal.out(`${count} ${what}${count == 1 ? "" : "s"} erased.\n`);
    if (held) {
      terminal.err(
        "Someone reads an older state of the database (a backup?), so bytes of the texts are still in " +
          `${address}-wal. They go with the next erasure or when the collector stops; or call this again.\n`,
      );
      return EXIT.bad;
    }
    if (isPostgres(address) && count) {
      terminal.out(
        "PostgreSQL keeps erased rows in its files until VACUUM, and in its archives.\n",
      );
    }
    if (count || way == "older-than") return EXIT.ok;
    terminal.err(`There is no ${what} with this ${way == "notice" ? "hash" : "id"} to erase.\n`);
    return EXIT.bad;
  } finally {
    await store.close();
  }
}

async function whatToErase(store: Store, way: string, options: Options): Promise<Erasure> {
  if (way == "older-than") {
    return { receivedBefore: Date.now() - options.count("older-than", 0, 1) * DAY_MS };
  }
  const id = options.one(way) ?? "";
  if (way == "record") return { record: id };
  if (way == "subject") return { subject: await findSubject(store, id) };
  if (!/^[0-9a-f]{64}$/.test(id)) {
    throw new CommandError(EXIT.usage, "--notice is not a SHA-256 in hexadecimal digits.");
  }
  return { notice: Buffer.from(id, "hex") };
}
