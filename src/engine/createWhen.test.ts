import { describe, expect, it } from "vitest";
import type { Consent } from "./consent.ts";
import { createWhen } from "./createWhen.ts";
import { startsOnce } from "./startsOnce.ts";

/** A permission that comes when it is given. */
const setUp = () => {
  const allowed = new Set<string>();
  const listeners = new Set<() => void>();
  const asked: string[] = [];
  const on = ((type: string, listener: () => void) => {
    if (type == "change") listeners.add(listener);
    return () => void listeners.delete(listener);
  }) as Consent["on"];
  const when = createWhen(on, (ids) => {
    asked.push(ids);
    return allowed.has(ids);
  });
  const change = (...ids: string[]): void => {
    for (const id of ids) allowed.add(id);
    for (const listener of listeners) listener();
  };
  return { when, change, listeners, asked };
};
const outcome = (promise: Promise<void>): Promise<unknown> =>
  Promise.race([
    promise.then(
      () => "given",
      (reason: unknown) => reason,
    ),
    new Promise((resolve) => setTimeout(resolve, 5, "waits")),
  ]);

describe("when", () => {
  it("waits for its own ids, and listens no longer then", async () => {
    const { when, change, listeners, asked } = setUp();
    const given = when("stats ads");
    change("stats");
    expect(await outcome(given)).toBe("waits");
    change("stats ads");
    expect(await outcome(given)).toBe("given");
    expect([listeners.size, new Set(asked)]).toEqual([0, new Set(["stats ads"])]);
  });

  it("is rejected with the reason of a signal that gives up before, and listens no longer", async () => {
    const { when, change, listeners } = setUp();
    const ends = new AbortController();
    const given = when("stats", { signal: ends.signal });
    ends.abort("enough");
    expect(await outcome(given)).toBe("enough");
    expect(listeners.size).toBe(0);
    change("stats");
    expect(await outcome(when("stats", { signal: ends.signal }))).toBe("enough");
  });

  it("stays given where the signal gives up afterwards", async () => {
    const { when, change } = setUp();
    const ends = new AbortController();
    const given = when("stats", { signal: ends.signal });
    change("stats");
    ends.abort("enough");
    expect(await outcome(given)).toBe("given");
  });
});

describe("an instance that React's StrictMode starts twice", () => {
  const made = () => {
    const calls: string[] = [];
    const plain = {
      state: "undecided",
      start: () => void calls.push("start"),
      destroy: () => void calls.push("destroy"),
    };
    return { calls, plain, once: startsOnce(plain as unknown as Consent) };
  };

  it("starts once in one task, and again in a later one", async () => {
    const { once, calls } = made();
    once.start();
    once.start();
    expect(calls).toEqual(["start"]);
    await Promise.resolve();
    once.start();
    expect(calls).toEqual(["start", "start"]);
  });

  it("starts again after its end, in the same task", () => {
    const { once, calls } = made();
    once.start();
    once.destroy();
    once.start();
    expect(calls).toEqual(["start", "destroy", "start"]);
  });

  it("is frozen, and has all that the instance has", () => {
    const { once, plain } = made();
    expect(Object.isFrozen(once)).toBe(true);
    expect(Object.keys(once).toSorted()).toEqual(Object.keys(plain).toSorted());
    expect(once.state).toBe("undecided");
  });
});
