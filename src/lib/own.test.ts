import { describe, expect, it } from "vitest";
import { dict } from "./dict.ts";
import { hash32 } from "./hash32.ts";
import { isId } from "./isId.ts";
import { keysOf } from "./keysOf.ts";
import { own } from "./own.ts";

const trap = (): never => {
  throw new Error("trap");
};
const hostile: object = new Proxy(
  {},
  { get: trap, has: trap, ownKeys: trap, getOwnPropertyDescriptor: trap },
);
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

describe("own", () => {
  it("reads own properties, and getters among them", () => {
    expect(own({ a: 1 }, "a")).toBe(1);
    expect(own(["x"], "0")).toBe("x");
    expect(
      own(
        {
          get a() {
            return 2;
          },
        },
        "a",
      ),
    ).toBe(2);
    expect(own(Object.assign(dict<number>(), { a: 3 }), "a")).toBe(3);
    expect(own(JSON.parse('{"__proto__":4}'), "__proto__")).toBe(4);
  });

  it("does not see what is inherited", () => {
    expect(own(Object.create({ a: 1 }), "a")).toBeUndefined();
    for (const key of ["toString", "constructor", "__proto__", "hasOwnProperty"]) {
      expect(own({}, key)).toBeUndefined();
    }
  });

  it("is not led astray by an object's own hasOwnProperty", () => {
    expect(own({ hasOwnProperty: () => true }, "a")).toBeUndefined();
    expect(own({ hasOwnProperty: () => false, a: 1 }, "a")).toBe(1);
  });

  it.each([undefined, null, 1, "text", true, Symbol("s"), 1n])("has nothing of %s", (value) => {
    expect(own(value, "length")).toBeUndefined();
  });

  it("forgives getters and proxies that throw", () => {
    expect(
      own(
        {
          get a() {
            return trap();
          },
        },
        "a",
      ),
    ).toBeUndefined();
    expect(own(hostile, "a")).toBeUndefined();
    expect(own(revoked(), "a")).toBeUndefined();
  });
});

describe("keysOf", () => {
  it("gives own enumerable keys in order", () => {
    expect(keysOf({ b: 1, a: 2 })).toEqual(["b", "a"]);
    expect(keysOf(Object.create({ inherited: 1 }))).toEqual([]);
    expect(keysOf(JSON.parse('{"__proto__":1,"a":2}'))).toEqual(["__proto__", "a"]);
    expect(keysOf({ [Symbol("s")]: 1 })).toEqual([]);
  });

  it.each([undefined, null, 1, "text", true, Symbol("s")])("gives none of %s", (value) => {
    expect(keysOf(value)).toEqual([]);
  });

  it("gives none of proxies that throw", () => {
    expect(keysOf(hostile)).toEqual([]);
    expect(keysOf(revoked())).toEqual([]);
  });
});

describe("dict", () => {
  it("has no prototype, so that every key is ordinary", () => {
    const map = dict<number>();
    expect("constructor" in map).toBe(false);
    Object.assign(map, JSON.parse('{"__proto__":1}'));
    expect(Object.keys(map)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(map)).toBeNull();
  });
});

describe("isId", () => {
  it.each(["a", "google-analytics", "a1", "a".repeat(64)])("takes %s", (id) => {
    expect(isId(id)).toBe(true);
  });
  it.each(["", "A", "1a", "-a", "a b", "a_b", "a.b", "a\n", "é", "a".repeat(65), 1, null, ["a"]])(
    "does not take %j",
    (id) => {
      expect(isId(id)).toBe(false);
    },
  );
});

describe("hash32", () => {
  it("gives the published values of FNV-1a, in base 36", () => {
    for (const [text, value] of [
      ["", 0x811c9dc5],
      ["a", 0xe40c292c],
      ["foobar", 0xbf9cf968],
    ] as const) {
      expect(hash32(text)).toBe(value.toString(36));
    }
  });

  it("tells texts apart that differ in one sign, a lone surrogate too", () => {
    const texts = ["a", "b", "ab", "ba", "a\n", "\ud800", "\ud801", "ä"];
    expect(new Set(texts.map(hash32)).size).toBe(texts.length);
  });
});
