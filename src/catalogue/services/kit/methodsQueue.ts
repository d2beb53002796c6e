/**
 * Gives a queue one method per name, which pushes `[name, ...values]`, as several vendors' stubs
 * do.
 */
export function methodsQueue(queue: unknown[], names: readonly string[]): void {
  const stubs = names.map((name) => [
    name,
    (...values: unknown[]): void => {
      queue.push([name, ...values]);
    },
  ]);
  Object.assign(queue, Object.fromEntries(stubs));
}
