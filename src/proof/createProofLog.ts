import type { ProblemCode } from "../core/problems/problem.ts";
import { dict } from "../lib/dict.ts";
import { sha256 } from "../lib/sha256.ts";
import type { Sender } from "./createSender.ts";
import { draftOf } from "./draftOf.ts";
import { indexedDbStore } from "./indexedDbStore.ts";
import { endOf, type End } from "./endOf.ts";
import { planAppend } from "./planAppend.ts";
import type { ProofEnv, ProofLog } from "./proofLog.ts";
import type { RecordStore } from "./recordStore.ts";
import { webStorageStore } from "./webStorageStore.ts";

/**
 * Makes a log. Making it touches nothing; `ProofLog` says what does.
 *
 * @param env the world
 * @throws never; what the device refuses is reported
 *
 * @example
 * import { createProofLog, type ProofEnv } from "consentry/proof";
 *
 * declare const env: ProofEnv;
 * const log = createProofLog(env);
 * console.log((await log.verify()).ok);
 */
export function createProofLog(env: ProofEnv): ProofLog {
  const database = indexedDbStore(env.indexedDB, env.window);
  const recordStores: readonly RecordStore[] = [
    database,
    ...(env.localStorage ? [webStorageStore("localStorage", env.localStorage, env.locks)] : []),
    webStorageStore("memory", dict()),
  ];
  const told = new Set<string>();
  /** End of the chain in the database, as this page knows it. */
  let end: End | undefined;
  /** One after the other: two that start from the same end would have the later one read all again. */
  let turn: Promise<unknown> = Promise.resolve();
  let sender: Promise<Sender> | undefined;
  let shown: string | undefined;
  let shownHash = "";

  const tell = (code: ProblemCode, at: string): void => {
    if (!told.has(at)) env.report(code, at);
    told.add(at);
  };
  const refuse = (recordStore: RecordStore): void => tell("storage-refused", recordStore.name);

  const hashOf = (notice: string): string => {
    if (notice != shown) shownHash = sha256(new TextEncoder().encode(notice));
    shown = notice;
    return shownHash;
  };

  /** Fetches the sender, once, and lets it work. */
  const deliver = (act: (sender: Sender) => void): void => {
    if (!env.collector) return;
    sender ??= import("./createSender.ts").then((it) => it.createSender(env, recordStores));
    sender.then(act, () => {
      sender = undefined; // The outbox keeps the rows; the next call tries again.
      tell("proof-unavailable", "sender");
    });
  };

  /** What no one needs for a decision is fetched when it is asked for. */
  const reader = () =>
    import("./createReader.ts").then((it) => it.createReader(recordStores, refuse));

  const append: ProofLog["append"] = async (entry) => {
    const draft = draftOf(entry, hashOf(entry.notice));
    const facts = { notice: entry.notice, random: env.random(64), deliver: !!env.collector };
    for (const recordStore of recordStores) {
      const known = recordStore == database ? end : undefined;
      let plan!: ReturnType<typeof planAppend>;
      const seal = (from: End) => (plan = planAppend(draft, from, facts)).changes;
      const afresh = () =>
        recordStore.run(["heads", "records"], (...found) => seal(endOf(...found, known)));
      try {
        await (known ? recordStore.run([], () => seal(known)).catch(afresh) : afresh());
        if (recordStore == database) end = plan.end;
        const { changes } = plan;
        deliver((it) => it.send(changes));
        return plan.end.last;
      } catch {
        refuse(recordStore);
      }
    }
    throw new Error(); // Not reached: memory refuses nothing.
  };

  return {
    records: async () => (await reader()).records(),
    verify: async () => (await reader()).verify(),
    export: async () => (await reader()).export(),

    async open(notice = "") {
      deliver(() => {});
      // Some kilobytes: hashed here, in a turn of their own, the click need not wait for them.
      setTimeout(hashOf, 0, notice);
      await database
        .run(["heads", "records"], (heads, records) => {
          end = endOf(heads, records, end);
          return [];
        })
        .catch(() => refuse(database));
    },

    append(entry) {
      const record = turn.then(() => append(entry));
      turn = record.catch(() => {}); // What failed is reported; the next one has its own try.
      return record;
    },

    async pending() {
      let count = 0;
      for (const recordStore of recordStores) {
        const read = await recordStore.run(["outbox"]).catch(() => refuse(recordStore));
        count += read?.[0].length ?? 0;
      }
      if (count) deliver((it) => it.send([]));
      return count;
    },

    close() {
      sender?.then(
        (it) => it.close(),
        () => {}, // It never came.
      );
      database.close();
    },
  };
}
