/**
 * Slices of work, in milliseconds: the first shares its task with what called for it, each later one has a task to itself.
 * With what comes before and after them both stay under a long task (50 ms). Between two slices the browser paints, so that
 * short ones cost more than what they do.
 */
const FIRST_MS = 16;
const SLICE_MS = 30;

/**
 * Repeats a pass over some work as long as something calls for it, in slices that let the browser paint between.
 *
 * @param mayRun whether a pass may begin
 * @param pass does what can be done until a time; true when its slice was over before
 * @param onIdle nothing is left to do just now
 * @returns calls for a pass: now, or after the one that runs
 */
export function createPump(
  mayRun: () => unknown,
  pass: (until: number) => boolean,
  onIdle: () => void,
): () => void {
  /** In a pass, or between two slices of it: news starts nothing then. */
  let busy = false;
  let again = false;
  const pump = (slice = FIRST_MS): void => {
    again = true;
    if (busy || !mayRun()) return;
    busy = true;
    const until = performance.now() + slice;
    while (again) {
      again = false;
      if (pass(until)) {
        soon(() => {
          busy = false;
          pump(SLICE_MS);
        });
        return;
      }
    }
    busy = false;
    onIdle();
  };
  return pump;
}

interface Page {
  scheduler?: { postTask?(run: () => void): unknown };
}

/** Runs after the browser had a chance to paint and to take input. */
function soon(run: () => void): void {
  // A page may have a `scheduler` of its own (dhtmlxScheduler).
  void ((globalThis as Page).scheduler?.postTask?.(run) ?? setTimeout(run));
}
