import { dict } from '../lib/dict.js';
import { sha256 } from '../lib/sha256.js';
import { draftOf } from './draftOf.js';
import { idbShelf } from './idbShelf.js';
import { endOf } from './endOf.js';
import { planAppend } from './planAppend.js';
import { webShelf } from './webShelf.js';

function createProofLog(env) {
  const database = idbShelf(env.indexedDB, env.window);
  const shelves = [
    database,
    ...env.localStorage ? [webShelf("localStorage", env.localStorage, env.locks)] : [],
    webShelf("memory", dict())
  ];
  const told = /* @__PURE__ */ new Set();
  let end;
  let turn = Promise.resolve();
  let sender;
  let shown = "";
  let shownHash = "";
  const tell = (code, at) => {
    if (!told.has(at)) env.report(code, at);
    told.add(at);
  };
  const refuse = (shelf) => tell("storage-refused", shelf.name);
  const hashOf = (notice) => {
    if (!shownHash || notice != shown) shownHash = sha256(new TextEncoder().encode(notice));
    shown = notice;
    return shownHash;
  };
  const deliver = (act) => {
    if (!env.collector) return;
    sender ??= import('./createSender.js').then((it) => it.createSender(env, shelves));
    sender.then(act, () => {
      sender = void 0;
      tell("proof-unavailable", "sender");
    });
  };
  const reader = () => import('./createReader.js').then((it) => it.createReader(shelves, refuse));
  const append = async (entry) => {
    const draft = draftOf(entry, hashOf(entry.notice));
    const facts = { notice: entry.notice, random: env.random(64), deliver: !!env.collector };
    let failure;
    for (const shelf of shelves) {
      const known = shelf == database ? end : void 0;
      let plan;
      const seal = (from) => (plan = planAppend(draft, from, facts)).changes;
      const afresh = () => shelf.run(["heads", "records"], (...found) => seal(endOf(...found, known)));
      try {
        await (known ? shelf.run([], () => seal(known)).catch(afresh) : afresh());
        if (shelf == database) end = plan.end;
        const { changes } = plan;
        deliver((it) => it.send(changes));
        return plan.end.last;
      } catch (error) {
        failure = error;
        refuse(shelf);
      }
    }
    throw failure;
  };
  return {
    records: async () => (await reader()).records(),
    verify: async () => (await reader()).verify(),
    export: async () => (await reader()).export(),
    async open(notice = "") {
      deliver(() => {
      });
      setTimeout(hashOf, 0, notice);
      await database.run(["heads", "records"], (heads, records) => {
        end = endOf(heads, records, end);
        return [];
      }).catch(() => refuse(database));
    },
    append(entry) {
      const record = turn.then(() => append(entry));
      turn = record.catch(() => {
      });
      return record;
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
        () => {
        }
        // It never came.
      );
      database.close();
    }
  };
}

export { createProofLog };
