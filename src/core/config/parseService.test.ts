import { describe, expect, it } from "vitest";
import { parseService } from "./parseService.ts";

const parse = (value: unknown, categories = ["necessary", "performance"], fixed = false) => {
  const told: string[] = [];
  const service = parseService(value, "services[0]", categories, fixed, (code, at) =>
    told.push(`${code} ${at}`),
  );
  return { service, told, categories };
};

describe("parseService", () => {
  it("asks for consent unless told otherwise", () => {
    const { service, told } = parse({ id: "stats", category: "performance" });
    expect(service).toMatchObject({ id: "stats", category: "performance", basis: "consent" });
    expect(told).toEqual([]);
  });

  it("has no prototype, so that nothing can come from one", () => {
    const { service } = parse({ id: "stats", category: "performance" });
    expect(Object.getPrototypeOf(service)).toBeNull();
  });

  it("keeps the site's own calls", () => {
    const load = () => {};
    expect(parse({ id: "stats", category: "performance", load }).service!.load).toBe(load);
  });

  it.each([null, undefined, 42, "text", [], {}, { category: "performance" }])(
    "is none where the value is %j",
    (value) => {
      const { service, told } = parse(value);
      expect(service).toBeNull();
      expect(told).toEqual(["bad-id services[0].id"]);
    },
  );

  it.each(["Stats", "1st", "", "a b", "a.b", "__proto__", "a".repeat(65), 7])(
    "does not take %j for an id",
    (id) => {
      expect(parse({ id, category: "performance" }).service).toBeNull();
    },
  );

  it("may not bear the id of a category", () => {
    const { service, told } = parse({ id: "performance", category: "performance" });
    expect(service).toBeNull();
    expect(told).toEqual(["bad-id services[0].id"]);
  });

  it("stays blocked in a category that does not exist", () => {
    const { service, told } = parse({ id: "stats", category: "perfromance" });
    expect(service).toBeNull();
    expect(told).toEqual(["unknown-category services[0].category"]);
  });

  it("opens the category `functional` behind `necessary`, unless the site listed its own", () => {
    const chat = { id: "chat", category: "functional" };
    expect(parse(chat).categories).toEqual(["necessary", "functional", "performance"]);
    expect(parse(chat, ["necessary"], true).service).toBeNull();
  });

  it("needs a reason to run without consent", () => {
    const interest = { id: "maps", category: "performance", basis: "legitimate-interest" };
    const without = parse(interest);
    expect(without.service!.basis).toBe("consent");
    expect(without.told).toEqual(["reason-missing services[0].reason"]);
    expect(parse({ ...interest, reason: 5 }).service!.basis).toBe("consent");
    expect(parse({ ...interest, reason: "Shows the way." }).service!.basis).toBe(
      "legitimate-interest",
    );
  });

  it("is necessary in `necessary`, with a reason, and is left out without one", () => {
    const shop = { id: "shop", category: "necessary" };
    expect(parse(shop)).toMatchObject({
      service: null,
      told: ["reason-missing services[0].reason"],
    });
    expect(parse({ ...shop, reason: "Keeps the basket." }).service!.basis).toBe("necessary");
  });

  it("cannot ask for consent in `necessary`", () => {
    const value = { id: "ads", category: "necessary", basis: "consent", reason: "We like money." };
    expect(parse(value).service).toBeNull();
  });

  it("does not stop at a getter that throws", () => {
    const value = {
      id: "stats",
      category: "performance",
      get storage(): never {
        throw new Error("no");
      },
    };
    expect(parse(value).service).toMatchObject({ id: "stats", basis: "consent" });
  });

  it("does not change what the site handed in", () => {
    const value = Object.freeze({ id: "stats", category: "performance" });
    expect(parse(value).service).not.toBe(value);
    expect(value).toEqual({ id: "stats", category: "performance" });
  });
});
