import { DatabaseSync } from "node:sqlite";
import { createPrivateKey } from "node:crypto";
import { createGroupCommit } from "../../../src/collector/log/groupCommit.ts";
import { createSigner } from "../../../src/collector/note/signer.ts";
import { sqliteStore } from "../../../src/collector/sqlite/sqliteStore.ts";
import { checkEntry } from "../../../src/collector/http/checkEntry.ts";
import { makeRecord } from "./fastRecords.ts";

/**
 * A process to be killed: logs records as the collector does and prints the hash of each as soon as it
 * is acknowledged. Arguments: the database, the key as base64 PKCS #8, `normal` for the control run.
 */
const [, , path = "", key = "", mode = ""] = process.argv;
const SITE = "https://shop.example";

if (mode == "normal") {
  // The tables are made safely, so that the control loses records and not the whole file.
  await (await sqliteStore({ path })).close();
  weaken();
}
const privateKey = createPrivateKey({
  key: Buffer.from(key, "base64"),
  format: "der",
  type: "pkcs8",
});
const log = { origin: "soak", signers: [createSigner("soak", privateKey)] };
const store = await sqliteStore({ path });
const commit = createGroupCommit({ store, log, now: Date.now, batch: 200, queue: 1e6 });
const rules = { origins: new Set([SITE]), line: 1e5, categories: 40, keys: 1e3 };

/** What some builds of SQLite choose in WAL mode, and the control that must lose records. */
function weaken(): void {
  const { exec, prepare } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql) {
    exec.call(this, sql.replace("PRAGMA synchronous = 2", "PRAGMA synchronous = 1"));
  };
  DatabaseSync.prototype.prepare = function (sql, ...rest) {
    return prepare.call(this, sql == "PRAGMA synchronous" ? "SELECT 2" : sql, ...rest);
  };
}

for (let worker = 0; worker < 12; worker++) {
  void (async () => {
    for (;;) {
      const { hash, line } = makeRecord(SITE);
      const entry = checkEntry(line, rules);
      if ("code" in entry) throw new Error(entry.code);
      const { outcomes } = await commit.submit([entry]);
      // Straight to the pipe: what is printed has been acknowledged.
      if (outcomes[0] && "status" in outcomes[0] && outcomes[0].status == "stored")
        process.stdout.write(`${hash}\n`);
    }
  })();
}
