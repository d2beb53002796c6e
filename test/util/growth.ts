const TRIES = 7;
const LEAST_MS = 0.5;

/**
 * How many times longer something takes with a big input than with a small one, in the same run: the best of some
 * tries each, side by side, so that a busy machine slows both.
 */
export function growth(run: (size: number) => void, small: number, big: number): number {
  const time = (size: number, repeat: number): number => {
    const start = performance.now();
    for (let i = 0; i < repeat; i++) run(size);
    return performance.now() - start;
  };
  time(small, 1); // Compiled, and in the caches.
  const repeat = Math.ceil(LEAST_MS / Math.max(time(small, 1), 0.001));
  const best = { small: Infinity, big: Infinity };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    best.small = Math.min(best.small, time(small, repeat));
    best.big = Math.min(best.big, time(big, repeat));
  }
  return best.big / best.small;
}
