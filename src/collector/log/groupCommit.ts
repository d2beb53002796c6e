import type { Head, Store } from "../store/store.ts";
import { StoreError } from "../store/storeError.ts";
import type { Entry } from "./entry.ts";
import { sequence, type LogIdentity, type Outcome } from "./sequence.ts";

/** What one commit gave to one submission. `outcomes[i]` is null where the database refused entry i. */
export interface Committed {
  outcomes: (Outcome | null)[];
  head: Head;
}

export interface GroupCommit {
  /**
   * Logs entries together with whatever else is waiting. Resolves when they are durable; rejects with
   * `StoreError` when that is not known.
   */
  submit(entries: readonly Entry[]): Promise<Committed>;
  /** Entries that wait now. */
  waiting(): number;
}

export interface GroupCommitOptions {
  store: Store;
  log: LogIdentity;
  now: () => number;
  /** Most entries in one transaction. */
  batch: number;
  /** Most entries that may wait; more are turned away at once. */
  queue: number;
  /** Told after each commit: entries, and milliseconds it took. */
  onCommit?: (entries: number, ms: number) => void;
}

interface Waiting {
  entries: readonly Entry[];
  resolve: (result: Committed) => void;
  reject: (error: unknown) => void;
}

/**
 * One transaction at a time, holding everything that arrived meanwhile: the price of a durable commit
 * is paid once for all of them.
 */
export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  const { store, log, now } = options;
  const queue: Waiting[] = [];
  let waiting = 0;
  let running = false;

  const commit = async (entries: readonly Entry[]): Promise<Committed> => {
    const { wanted, plan, outcomes } = sequence(entries, log, now);
    const start = performance.now();
    const head = await store.write(wanted, plan);
    options.onCommit?.(entries.length, performance.now() - start);
    return { outcomes: outcomes(), head };
  };
  /** Entries whose company was refused get a transaction of their own, so that one cannot block others. */
  const singly = async (entries: readonly Entry[]): Promise<Committed> => {
    const outcomes: (Outcome | null)[] = [];
    let head = await store.head();
    for (const entry of entries) {
      try {
        const committed = await commit([entry]);
        head = committed.head;
        outcomes.push(...committed.outcomes);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        outcomes.push(null);
      }
    }
    // Proofs of earlier commits belong to their own checkpoints, not to the one that is answered.
    for (const outcome of outcomes) if (outcome) outcome.proof = null;
    return { outcomes, head };
  };
  const take = (): Waiting[] => {
    const group = queue.splice(0, 1);
    let count = group[0]!.entries.length;
    while (queue[0] && count + queue[0].entries.length <= options.batch) {
      count += queue[0].entries.length;
      group.push(queue.shift()!);
    }
    return group;
  };
  const run = async () => {
    running = true;
    while (queue.length) {
      // Lets every request that has already arrived join this commit.
      await new Promise((resolve) => setImmediate(resolve));
      const group = take();
      const entries = group.flatMap((one) => one.entries);
      waiting -= entries.length;
      try {
        const { outcomes, head } = await commit(entries).catch((error: unknown) => {
          if (isRefusal(error)) return singly(entries);
          throw error;
        });
        for (const one of group) {
          one.resolve({ outcomes: outcomes.splice(0, one.entries.length), head });
        }
      } catch (error) {
        for (const one of group) one.reject(error);
      }
    }
    running = false;
  };

  return {
    async submit(entries) {
      if (!entries.length) return { outcomes: [], head: await store.head() };
      if (waiting + entries.length > options.queue) {
        throw new StoreError("unavailable", "too much is waiting");
      }
      return new Promise((resolve, reject) => {
        queue.push({ entries, resolve, reject });
        waiting += entries.length;
        if (!running) void run();
      });
    },
    waiting: () => waiting,
  };
}

function isRefusal(error: unknown): boolean {
  return error instanceof StoreError && error.problem == "unstorable";
}
