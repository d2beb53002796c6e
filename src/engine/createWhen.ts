import type { Consent } from "./consent.ts";

/** Makes `when`: waits for a permission, as long as no one gives up. */
export function createWhen(on: Consent["on"], permits: (ids: string) => boolean): Consent["when"] {
  return (ids, options) =>
    new Promise<void>((resolve, reject) => {
      const signal = options?.signal;
      const giveUp = (): void => {
        off();
        reject(signal?.reason as Error); // Does nothing where it has resolved.
      };
      const off = on("change", () => {
        if (permits(ids)) resolve(queueMicrotask(giveUp));
      });
      signal?.addEventListener("abort", giveUp);
      if (signal?.aborted) giveUp();
    });
}
