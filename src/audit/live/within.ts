/** A page was not looked at to the end. The message is a verdict. */
export class NotFinished extends Error {
  override name = "NotFinished";
}

/**
 * The result of `work`, or `NotFinished` once its time is over: a page that hangs must not hang the audit.
 * @param ms Milliseconds.
 */
export async function within<Result>(
  work: Promise<Result>,
  ms: number,
  what: string,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new NotFinished(`${what} took longer than ${ms / 1000} s`)), ms);
  });
  work.catch(() => {}); // Its end no longer counts.
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
