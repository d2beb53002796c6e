/**
 * Puts the end of something off as long as it goes on: one timer, however often it is asked for.
 *
 * @param end called once nothing asked for a whole interval
 * @param interval in milliseconds; without, a task
 * @returns asks; true where it is the first time, or the first since the end
 */
export function whenCalm(end: () => void, interval?: number): () => boolean {
  let isWaiting = false;
  let isRecent = false;
  const wait = (): void => {
    isRecent = false;
    setTimeout(() => {
      if (isRecent) return wait();
      isWaiting = false;
      end();
    }, interval);
  };
  return () => {
    isRecent = true;
    if (isWaiting) return false;
    wait();
    return (isWaiting = true);
  };
}
