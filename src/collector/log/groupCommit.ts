import { LIMITS } from "../http/limits.ts";
import type { Head, Store } from "../store/store.ts";
import { StoreError } from "../store/storeError.ts";
import type { Entry, NotTaken } from "./entry.ts";
import { sequence, type LogIdentity, type NoticeRules, type Outcome } from "./sequence.ts";

/** What one commit gave to one submission, one for each entry. */
export interface Committed {
  outcomes: (Outcome | NotTaken)[];
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
  /** Most entries in one transaction: a slice of work after which others are answered. */
  batch: number;
  /** Most bytes of text in one transaction, unless one submission alone has more. Default 262,144. */
  batchBytes?: number;
  /** What is taken beside records; absent: every notice. */
  notices?: NoticeRules | undefined;
  /** Most entries that may wait; more are turned away at once. */
  queue: number;
  /** Called after each commit: entries, and milliseconds it took. */
  onCommit?: (entries: number, ms: number) => void;
}

interface Waiting {
  entries: readonly Entry[];
  bytes: number;
  resolve: (result: Committed) => void;
  reject: (error: unknown) => void;
}

/**
 * One transaction at a time, holding everything that arrived meanwhile: the price of a durable commit
 * is paid once for all of them.
 */
export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  const { store, log, now, batchBytes = LIMITS.batchBytes } = options;
  const queue: Waiting[] = [];
  let waiting = 0;
  let running = false;

  const commit = async (entries: readonly Entry[]): Promise<Committed> => {
    const { wanted, plan, outcomes } = sequence(entries, log, now, options.notices);
    const start = performance.now();
    const head = await store.write(wanted, plan);
    options.onCommit?.(entries.length, performance.now() - start);
    return { outcomes: outcomes(), head };
  };
  /** Entries whose company was refused get a transaction of their own, so that one cannot block others. */
  const singly = async (entries: readonly Entry[]): Promise<Committed> => {
    const outcomes: (Outcome | NotTaken)[] = [];
    let head = await store.head();
    for (const entry of entries) {
      try {
        const committed = await commit([entry]);
        head = committed.head;
        outcomes.push(...committed.outcomes);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        outcomes.push({ code: "unstorable" });
      }
    }
    // Proofs of earlier commits belong to their own checkpoints, not to the one that is answered.
    for (const outcome of outcomes) if ("proof" in outcome) outcome.proof = null;
    return { outcomes, head };
  };
  const take = (): Waiting[] => {
    const group = queue.splice(0, 1);
    let [count, bytes] = [group[0]!.entries.length, group[0]!.bytes];
    for (
      let next = queue[0];
      next && count + next.entries.length <= options.batch && bytes + next.bytes <= batchBytes;
      next = queue[0]
    ) {
      count += next.entries.length;
      bytes += next.bytes;
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
        const bytes = entries.reduce((sum, { text }) => sum + text.length, 0);
        queue.push({ entries, bytes, resolve, reject });
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
