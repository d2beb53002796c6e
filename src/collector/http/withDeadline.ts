import { StoreError } from "../store/storeError.ts";

/**
 * Waits for a promise, but not for ever: a database that waits for a lost standby answers no one. What
 * was begun goes on, and the sender's second try finds it.
 */
export async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreError("unavailable", "no answer in time")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
