import { createProofLog } from "../../src/proof/createProofLog.ts";
import type { DeliveryStatus, ProofEnv, ProofLog } from "../../src/proof/proofLog.ts";
import type { Store } from "../../src/proof/recordStore.ts";
import { fakeCollector, type FakeCollector } from "./fakeCollector.ts";
import { fakeLocks } from "./fakeLocks.ts";
import { randomBytes } from "./proofEntry.ts";

/** A browser whose pages share storage and locks, and a collector. */
export interface SenderWorld {
  readonly collector: FakeCollector;
  readonly storage: Storage;
  readonly statuses: DeliveryStatus[];
  readonly problems: string[];
  /** Opens a page of the site. Its jitter is always the longest. */
  page(fields?: Partial<ProofEnv>): ProofLog;
  /** Number of rows in a store. */
  kept(store: Store): number;
  close(): void;
}

export function senderWorld(): SenderWorld {
  const logs: ProofLog[] = [];
  const locks = fakeLocks();
  const world: SenderWorld = {
    collector: fakeCollector(),
    storage: Object.create(null) as Storage,
    statuses: [],
    problems: [],
    page(fields = {}) {
      const log = createProofLog({
        indexedDB: undefined,
        localStorage: world.storage,
        locks,
        fetch: world.collector.fetch,
        now: () => Date.now(),
        random: (count) => (count == 1 ? new Uint8Array([255]) : randomBytes(count)),
        collector: "https://shop.example/v1/records",
        window: undefined,
        onDelivery: (status) => world.statuses.push(status),
        report: (code, at) => world.problems.push(`${code} ${at}`),
        ...fields,
      });
      logs.push(log);
      return log;
    },
    kept: (store) =>
      Object.keys(world.storage).filter((key) => key.startsWith(`consentry/${store}/`)).length,
    close() {
      for (const log of logs) log.close();
    },
  };
  return world;
}
