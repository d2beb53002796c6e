/** The value, or undefined where the browser refuses to give it (a setting, a sandbox, a full disk). */
export function attempt<Value>(get: () => Value): Value | undefined {
  try {
    return get();
  } catch {
    return undefined; // Who asks goes on without it.
  }
}
