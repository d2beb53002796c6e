import { createProofLog } from "../../src/proof/createProofLog.ts";
import type { ProofEnv, ProofLog } from "../../src/proof/proofLog.ts";
import type { RecordRow, Store } from "../../src/proof/recordStore.ts";
import { NOON, randomBytes } from "./proofEntry.ts";

const logs: ProofLog[] = [];

/** Makes a log over the browser's real storage. Problems go to `report`. */
export function realLog(report: ProofEnv["report"], fields: Partial<ProofEnv> = {}): ProofLog {
  const log = createProofLog({
    indexedDB,
    localStorage,
    locks: navigator.locks,
    fetch: () => Promise.reject(new TypeError("no network")),
    now: () => NOON,
    random: randomBytes,
    collector: "",
    window,
    report,
    ...fields,
  });
  logs.push(log);
  return log;
}

/** Waits for a request. */
export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("refused"));
  });
}

/** Deletes the database. A connection that was left open makes the test time out. */
export function eraseDatabase(): Promise<unknown> {
  return done(indexedDB.deleteDatabase("consentry"));
}

/** Closes every log and takes away all that was stored. */
export async function cleanUp(): Promise<void> {
  for (const log of logs.splice(0)) log.close();
  await eraseDatabase();
  localStorage.clear();
}

/** Opens the database beside the log, as any script of the page can. */
export async function meddle(
  act: (store: (name: Store) => IDBObjectStore) => unknown,
): Promise<void> {
  const db = await done(indexedDB.open("consentry"));
  const tx = db.transaction([...db.objectStoreNames], "readwrite");
  act((name) => tx.objectStore(name));
  await new Promise((resolve) => (tx.oncomplete = resolve));
  db.close();
}

/** All rows of a store. */
export async function rowsOf(name: Store): Promise<RecordRow[]> {
  let all: unknown;
  await meddle((store) => {
    const request = store(name).getAll();
    request.onsuccess = () => {
      all = request.result;
    };
  });
  return all as RecordRow[];
}
