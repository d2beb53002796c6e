import { StoreError } from "../store/storeError.ts";
import { connect, type Session } from "./connect.ts";
import { mustRepeat, postgresError } from "./postgresError.ts";

/** Connections to lend. */
export interface Pool {
  /** Lends a connection for some work; after any failure but a refused row it is thrown away. */
  use<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const MOST = 8;

/**
 * A pool that gives up on a connection `patience` milliseconds after lending it: a server whose machine
 * is gone says nothing at all, and the driver would wait for it for ever.
 */
export function createPool(servers: readonly string[], patience: number): Pool {
  const idle: Session[] = [];
  const waiting: (() => void)[] = [];
  let lent = 0;
  let closed = false;

  const borrow = async (): Promise<Session> => {
    if (lent >= MOST) await new Promise<void>((resolve) => waiting.push(resolve));
    if (closed) throw new StoreError("unavailable", "the store is closed");
    lent++;
    try {
      let session = idle.pop();
      while (session?.ended) session = idle.pop();
      return session ?? (await connect(servers));
    } catch (error) {
      giveBack();
      throw error;
    }
  };
  const giveBack = () => {
    lent--;
    waiting.shift()?.();
  };
  return {
    async use(work) {
      const session = await borrow();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new StoreError("unavailable", "PostgreSQL did not answer in time"));
        }, patience);
      });
      let keep = true;
      try {
        return await Promise.race([work(session), late]);
      } catch (error) {
        const problem = postgresError(error);
        keep = problem.problem == "unstorable" || mustRepeat(problem.cause);
        throw problem;
      } finally {
        clearTimeout(timer);
        if (keep && !closed && !session.ended) idle.push(session);
        else void session.client.end().catch(() => {}); // It may be broken already.
        giveBack();
      }
    },
    async close() {
      closed = true;
      for (const resolve of waiting.splice(0)) resolve();
      await Promise.all(idle.splice(0).map(({ client }) => client.end().catch(() => {})));
    },
  };
}
