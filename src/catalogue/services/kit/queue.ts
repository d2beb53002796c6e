/**
 * A vendor's queue: an array until the vendor's script takes over, any object with `push` after.
 */
export interface Queue {
  push(...items: unknown[]): unknown;
}

/**
 * The queue under `name`, made when there is none. What cannot be pushed to is not a queue: an
 * element with that id shows up as a property of the window too (named access, HTML 7.2.2.3).
 */
export function queue(window: Record<string, unknown>, name: string): Queue {
  const value = window[name];
  if (isQueue(value)) return value;
  const made: unknown[] = [];
  window[name] = made;
  return made;
}

function isQueue(value: unknown): value is Queue {
  return typeof value == "object" && !!value && "push" in value && typeof value.push == "function";
}
