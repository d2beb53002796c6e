import type { ProblemCode } from "../core/problem.ts";
import { dict } from "../lib/dict.ts";
import { sha256 } from "../lib/sha256.ts";
import type { Sender } from "./createSender.ts";
import { draftOf } from "./draftOf.ts";
import { idbShelf } from "./idbShelf.ts";
import { planAppend } from "./planAppend.ts";
import type { ProofEnv, ProofLog } from "./proofLog.ts";
import type { Shelf } from "./shelf.ts";
import { webShelf } from "./webShelf.ts";

/** Makes a log. Making it touches nothing; `ProofLog` says what does. */
export function createProofLog(env: ProofEnv): ProofLog {
  const database = idbShelf(env.indexedDB, env.window);
  const shelves: readonly Shelf[] = [
    database,
    ...(env.localStorage ? [webShelf("localStorage", env.localStorage, env.locks)] : []),
    webShelf("memory", dict()),
  ];
  const told = new Set<string>();
  /** Shelves whose chain was found whole on this page. */
  const checked = new Set<Shelf>();
  let sender: Promise<Sender> | undefined;
  let shown = "";
  let shownHash = "";

  const tell = (code: ProblemCode, at: string): void => {
    if (!told.has(at)) env.report(code, at);
    told.add(at);
  };
  const refuse = (shelf: Shelf): void => tell("storage-refused", shelf.name);

  const hashOf = (notice: string): string => {
    if (!shownHash || notice != shown) shownHash = sha256(new TextEncoder().encode(notice));
    shown = notice;
    return shownHash;
  };

  /** Fetches the sender, once, and lets it work. */
  const deliver = (act: (sender: Sender) => void): void => {
    if (!env.collector) return;
    sender ??= import("./createSender.ts").then((it) => it.createSender(env, shelves));
    sender.then(act, () => {
      sender = undefined; // The outbox keeps the rows; the next call tries again.
      tell("proof-unavailable", "sender");
    });
  };

  /** What nobody needs for a decision is fetched when it is asked for. */
  const reader = () => import("./createReader.ts").then((it) => it.createReader(shelves, refuse));

  return {
    records: async () => (await reader()).records(),
    verify: async () => (await reader()).verify(),
    export: async () => (await reader()).export(),

    async open(notice = "") {
      deliver(() => {});
      // Some kilobytes: hashed here, in a turn of their own, the click need not wait for them.
      setTimeout(hashOf, 0, notice);
      await database.run(["heads"], () => []).catch(() => refuse(database));
    },

    async append(entry) {
      const draft = draftOf(entry, hashOf(entry.notice));
      const random = env.random(64);
      let failure: unknown;
      for (const shelf of shelves) {
        try {
          let plan!: ReturnType<typeof planAppend>;
          await shelf.run(["heads", "records"], (heads, records) => {
            plan = planAppend(draft, heads, records, {
              notice: entry.notice,
              random,
              deliver: !!env.collector,
              checked: checked.has(shelf),
            });
            return plan.changes;
          });
          const { record, changes } = plan;
          checked.add(shelf);
          deliver((it) => it.send(changes));
          return record;
        } catch (error) {
          failure = error;
          refuse(shelf);
        }
      }
      throw failure; // Not reached: memory refuses nothing.
    },

    async pending() {
      let count = 0;
      for (const shelf of shelves) {
        const read = await shelf.run(["outbox"]).catch(() => refuse(shelf));
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
