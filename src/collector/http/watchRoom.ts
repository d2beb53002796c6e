import type { Workshop } from "../context.ts";

const FRESH_MS = 1_000; // how long one look at the disk serves
const QUIET_MS = 60_000; // between two alarm lines

/**
 * Says whether there is room for more records. Where there is none, new ones are refused, and an alarm line says
 * so once a minute; reading, erasing and the owner's page go on, and for them room is kept.
 */
export function watchRoom({ store, limits, now, report }: Workshop): () => Promise<boolean> {
  let asked = -Infinity;
  let alarmed = -Infinity;
  let answer = Promise.resolve(true);
  const look = async () => {
    const { used, free } = await store.room({ used: limits.maxSize < Infinity });
    const isEnough = used < limits.maxSize && (free == null || free >= limits.reserve);
    if (!isEnough && Math.abs(now() - alarmed) >= QUIET_MS) {
      alarmed = now();
      report({ level: "error", event: "storage-full", used, free: free ?? undefined });
    }
    return isEnough;
  };
  return () => {
    if (Math.abs(now() - asked) >= FRESH_MS) {
      asked = now();
      // A database that cannot say it says more at the commit.
      answer = look().catch(() => true);
    }
    return answer;
  };
}
