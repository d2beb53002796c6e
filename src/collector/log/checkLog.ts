import { EMPTY_ROOT } from "../merkle/hash.ts";
import { treeReader } from "../merkle/treeReader.ts";
import { checkpointText } from "../note/checkpoint.ts";
import type { Store } from "../store/store.ts";
import { StoreError } from "../store/storeError.ts";
import { hex } from "./entry.ts";
import type { LogIdentity } from "./sequence.ts";

/** Prefix of the names under which a store remembers every key that signed its log. */
export const KEY_CLAIM = "key ";

/**
 * Before a process signs anything: the store belongs to this log, its tree gives the root that was
 * signed last, and one of the present keys signed it. Rejects with `StoreError` otherwise. Reads some
 * eight tiles, whatever the size of the log.
 *
 * @throws {StoreError} where the store belongs to another log, or its head does not fit
 *
 * @example
 * import { checkLog, type LogIdentity, type Store } from "consentry/collector";
 *
 * declare const store: Store;
 * declare const log: LogIdentity;
 * await checkLog(store, log);
 */
export async function checkLog(store: Store, log: LogIdentity): Promise<void> {
  const origin = await store.claim("origin", log.origin);
  if (origin != log.origin) {
    throw new StoreError("broken", `this is the log "${origin}", not "${log.origin}"`);
  }
  const { frontier, root, note } = await store.head();
  const { size } = frontier;
  const computed = size ? await treeReader(store).root(size) : EMPTY_ROOT;
  if (hex(computed) != hex(root)) {
    throw new StoreError("broken", "the stored hashes do not give the stored root");
  }
  const text = checkpointText(log.origin, size, root);
  const signed = log.signers.some((signer) => note.includes(signer.line(text)));
  if (size && !(note.startsWith(`${text}\n`) && signed)) {
    throw new StoreError("broken", "none of these keys signed the newest checkpoint");
  }
  for (const { vkey } of log.signers) {
    await store.claim(KEY_CLAIM + vkey, new Date().toISOString());
  }
}
