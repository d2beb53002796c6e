import { describe, expect, it } from "vitest";
import { bareEngine } from "../../test/util/bareEngine.ts";
import { createStubs } from "./createStubs.ts";

const SERVICES = [
  { id: "stats", category: "performance", stubs: ["gtag", "mixpanel", 7] },
  { id: "ads", category: "marketing", stubs: ["fbq"] },
  { id: "plain", category: "marketing" },
];
/** What stands under a name: to be called, made and walked into. */
interface Stub {
  (...given: readonly unknown[]): Stub;
  [Symbol.iterator](): Iterator<unknown>;
  [name: string]: Stub;
}
type Page = Record<string, unknown>;

const setUp = (page: Page = {}) => {
  const made = bareEngine({ services: SERVICES }, { _env: { window: page } });
  return { ...made, made, page, place: createStubs(made.engine) };
};
/** What a vendor's own snippet sees. */
const isTaken = (page: Page, name: string): boolean => page[name] !== undefined;

describe("the stubs of a service that is not permitted", () => {
  it("stand under each of its names, and only once they are placed", () => {
    const { page, place } = setUp();
    expect(Object.keys(page)).toEqual([]);
    place();
    expect(Object.keys(page).toSorted()).toEqual(["7", "fbq", "gtag", "mixpanel"]);
  });

  it("do nothing, however they are called, and give no error", async () => {
    const { page, place } = setUp();
    place();
    const { gtag, mixpanel } = page as { gtag: Stub; mixpanel: Stub };
    gtag("event", "purchase");
    mixpanel["people"]!["set"]!({ plan: "a" });
    mixpanel["getInstance"]!()["logEvent"]!("x");
    mixpanel["queue"] = gtag;
    const made = Reflect.construct(mixpanel["Tracker"]!, []) as Stub;
    expect(mixpanel["queue"]).toBe(mixpanel);
    expect(made["id"]!()["x"]).toBe(mixpanel);
    expect([...gtag["list"]!]).toEqual([]);
    expect(String(gtag["text"])).toBe("");
    // No promise: who waits for it goes on.
    expect(await (gtag["ready"]!() as unknown as Promise<Stub>)).toBe(gtag);
    expect(gtag["then"]).toBeUndefined();
  });

  it("leave a name alone that is taken, also by nothing", () => {
    const { page, place } = setUp({ gtag: "theirs", fbq: undefined });
    place();
    expect(page["gtag"]).toBe("theirs");
    expect(page["fbq"]).toBeUndefined();
    expect(isTaken(page, "mixpanel")).toBe(true);
  });

  it("yield to code that assigns the name, for good", () => {
    const { page, place, engine } = setUp();
    place();
    page["gtag"] = "theirs";
    expect(page["gtag"]).toBe("theirs");
    page["gtag"] = "theirs, again";
    place();
    engine._end.abort();
    expect(page["gtag"]).toBe("theirs, again");
    expect(Object.keys(page)).toEqual(["gtag"]);
    expect(delete page["gtag"]).toBe(true);
  });

  it("read as if they were not there once it is permitted, and stand again when it no longer is", () => {
    const { page, place, made } = setUp();
    place();
    made.choose({ performance: true });
    expect([isTaken(page, "gtag"), isTaken(page, "fbq")]).toEqual([false, true]);
    made.choose({ performance: false });
    expect(isTaken(page, "gtag")).toBe(true);
  });

  it("read so too for what the visitor loads this time", () => {
    const { page, place, engine } = setUp();
    place();
    const { _store: store } = engine;
    store.set({ ...store.get(), _once: (ids) => ids == "ads" });
    expect([isTaken(page, "gtag"), isTaken(page, "fbq")]).toEqual([true, false]);
  });

  it("are not put up for what is permitted already, until that is lost", () => {
    const { page, place, made } = setUp();
    made.choose({ performance: true });
    place();
    expect(Object.keys(page)).toEqual(["fbq"]);
    made.choose({ performance: false });
    place();
    expect(isTaken(page, "gtag")).toBe(true);
  });

  it("go with the instance, also where the page has taken one away", () => {
    const { page, place, engine } = setUp();
    place();
    delete page["gtag"];
    engine._end.abort();
    expect(Object.keys(page)).toEqual([]);
  });

  it("leave the page as it is where it lets no one in, and stop at twenty names", () => {
    const shut = setUp(Object.freeze({}));
    expect(shut.place).not.toThrow();
    const many = Array.from({ length: 30 }, (_, index) => `name${index}`);
    const page: Page = {};
    const services = [{ id: "stats", category: "performance", stubs: many }];
    createStubs(bareEngine({ services }, { _env: { window: page } }).engine)();
    expect(Object.keys(page)).toHaveLength(20);
  });
});
