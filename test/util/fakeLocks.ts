/** Web Locks for tests without a browser: exclusive, in order, with `ifAvailable`. */
export function fakeLocks(): LockManager {
  const held = new Map<string, Promise<unknown>>();
  const request = async (
    name: string,
    ...rest: [LockOptions, LockGrantedCallback<unknown>] | [LockGrantedCallback<unknown>]
  ): Promise<unknown> => {
    const act = rest.length == 2 ? rest[1] : rest[0];
    const { ifAvailable } = rest.length == 2 ? rest[0] : {};
    const lock: Lock = { name, mode: "exclusive" };
    if (ifAvailable && held.has(name)) return act(null);
    while (held.has(name)) await held.get(name)?.catch(() => {});
    const work = (async () => act(lock))();
    held.set(name, work);
    try {
      return await work;
    } finally {
      held.delete(name);
    }
  };
  return { request, query: async () => ({}) } as LockManager;
}
