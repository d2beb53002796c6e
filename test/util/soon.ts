import { expect } from "vitest";

/** `expect.poll` for what comes within a few milliseconds. */
export function soon<Value>(read: () => Value): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(read, { interval: 15 });
}
