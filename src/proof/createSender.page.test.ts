import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeLocks } from "../../test/util/fakeLocks.ts";
import { proofEntry } from "../../test/util/proofEntry.ts";
import { senderWorld, type SenderWorld } from "../../test/util/senderWorld.ts";

let world: SenderWorld;
let page: SenderWorld["page"];
let kept: SenderWorld["kept"];
let collector: SenderWorld["collector"];
let statuses: SenderWorld["statuses"];

/** Lets everything happen that needs no time. */
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(async () => {
  await import("./createSender.ts"); // So that fake time need not wait for the file.
  vi.useFakeTimers({ now: Date.UTC(2026, 4, 1) });
  world = senderWorld();
  ({ page, kept, collector, statuses } = world);
});

afterEach(() => {
  world.close();
  vi.useRealTimers();
});

/** As much of a window as the sender hears and uses. */
function fakeWindow() {
  const target = new EventTarget();
  const page = {
    document: { visibilityState: "visible" },
    navigator: { sendBeacon: vi.fn<Navigator["sendBeacon"]>(() => true) },
    addEventListener: vi.fn<EventTarget["addEventListener"]>((...all) =>
      target.addEventListener(...all),
    ),
    removeEventListener: target.removeEventListener.bind(target),
  };
  return {
    window: page as unknown as Window,
    beacon: page.navigator.sendBeacon,
    fire: (type: string, visibilityState = page.document.visibilityState) => {
      page.document.visibilityState = visibilityState;
      target.dispatchEvent(new Event(type));
    },
  };
}

describe("the sender at the end of a page", () => {
  /** Another page is sending, so that nothing goes out by itself. */
  const busyLocks = (): LockManager => {
    const all = fakeLocks();
    void all.request("consentry-send", () => new Promise(() => {}));
    return all;
  };

  it("sends by keepalive what no request carries yet, once, and deletes nothing", async () => {
    const { window, fire, beacon } = fakeWindow();
    const log = page({ window, locks: busyLocks() });
    const { id } = await log.append(proofEntry());
    await vi.waitFor(() => expect(window.addEventListener).toHaveBeenCalled());
    await settled();
    expect(collector.fetch).not.toHaveBeenCalled();
    fire("visibilitychange", "hidden");
    expect(collector.fetch).toHaveBeenCalledTimes(1);
    expect(collector.fetch.mock.calls[0]![1]).toMatchObject({ keepalive: true });
    await settled();
    expect(collector.stored.has(id)).toBe(true);
    expect(kept("outbox")).toBe(1);
    fire("visibilitychange", "hidden");
    expect(collector.fetch).toHaveBeenCalledTimes(1);
    expect(beacon).not.toHaveBeenCalled();
  });

  it("falls back to a beacon, and deletes nothing for its word", async () => {
    const { window, fire, beacon } = fakeWindow();
    const { text, hash } = await page({ window, locks: busyLocks() }).append(proofEntry());
    await vi.waitFor(() => expect(window.addEventListener).toHaveBeenCalled());
    collector.mood = "offline";
    fire("visibilitychange", "hidden");
    await settled();
    expect(beacon).toHaveBeenCalledExactlyOnceWith(
      "https://shop.example/v1/records",
      JSON.stringify({ text, hash }),
    );
    expect(kept("outbox")).toBe(1);
  });

  it("sends nothing at the end that is waiting after a failure", async () => {
    const { window, fire, beacon } = fakeWindow();
    collector.mood = 503;
    const log = page({ window });
    await log.append(proofEntry());
    await vi.waitFor(() => expect(statuses).toHaveLength(1));
    await log.append(proofEntry());
    await settled();
    fire("visibilitychange", "hidden");
    await settled();
    expect(collector.fetch).toHaveBeenCalledTimes(1);
    expect(beacon).not.toHaveBeenCalled();
  });

  it.each(["visibilitychange", "pageshow", "online"])("sends what waits at %s", async (type) => {
    const { window, fire } = fakeWindow();
    collector.mood = "offline";
    await page({ window }).append(proofEntry());
    await vi.waitFor(() => expect(statuses).toHaveLength(1));
    collector.mood = "well";
    // Only for the network's return there is no need to wait.
    if (type != "online") vi.setSystemTime(Date.now() + 5000);
    fire(type);
    await settled();
    expect(kept("outbox")).toBe(0);
  });

  it("does not let a network that came back overrule a collector that asked to wait", async () => {
    const { window, fire } = fakeWindow();
    collector.mood = 429;
    await page({ window }).append(proofEntry());
    await vi.waitFor(() => expect(statuses).toHaveLength(1));
    fire("online");
    await settled();
    expect(collector.fetch).toHaveBeenCalledTimes(1);
  });

  it("hears nothing any more once it is closed", async () => {
    const { window, fire } = fakeWindow();
    const log = page({ window, locks: busyLocks() });
    await log.append(proofEntry());
    await vi.waitFor(() => expect(window.addEventListener).toHaveBeenCalled());
    log.close();
    await settled();
    fire("visibilitychange", "hidden");
    fire("online", "visible");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(collector.fetch).not.toHaveBeenCalled();
  });
});
