/** Holds one value that changes. */
export interface Store<Value> {
  get(): Value;
  /** Puts another value in its place, and tells who subscribed. */
  set(value: Value): void;
  /** Calls back after each change, with the value before. Gives the undo. */
  _subscribe(listener: (value: Value, before: Value) => void): () => void;
}

export function createStore<Value>(value: Value): Store<Value> {
  const listeners = new Set<(value: Value, before: Value) => void>();
  return {
    get: () => value,
    set(next) {
      const before = value;
      value = next;
      for (const listener of listeners) listener(next, before);
    },
    _subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
