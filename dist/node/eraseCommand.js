import { E as EXIT, C as CommandError } from './exitCodes.js';
import { o as openStore } from './openStore.js';
import { r as readOptions } from './readOptions.js';
import './sqliteStore.js';
import './keyFile.js';
import 'node:crypto';
import 'node:fs';
import 'node:path';
import 'node:util';

const HELP = `consentry erase --subject ID [options]
consentry erase --older-than DAYS [options]

Erases the text of records for good, while the collector runs. The leaves,
which name nobody, stay, so that the log verifies as before.

  --store ADDRESS     a SQLite file (default consentry.db) or postgres://\u2026
`;
const DAY = 864e5;
async function eraseCommand(args, terminal) {
  const table = { store: "one", subject: "one", "older-than": "one", help: "flag" };
  const options = readOptions(args, table, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const subject = options.one("subject");
  const days = options.one("older-than") == null ? null : options.count("older-than", 0, 1);
  if (subject == null == (days == null)) {
    throw new CommandError(EXIT.usage, "Either --subject or --older-than is needed.");
  }
  const store = await openStore(options.one("store") ?? "consentry.db", "open");
  try {
    const what = subject == null ? { receivedBefore: Date.now() - days * DAY } : { subject };
    const count = await store.erase(what);
    terminal.out(`${count} records erased.
`);
  } finally {
    await store.close();
  }
  return EXIT.ok;
}

export { eraseCommand };
