import { describe, expect, it } from "vitest";
import { listServices } from "./listServices.ts";

const chat = { name: "Chat", category: "functional", storage: [] };

describe("a map of services as a list", () => {
  it("is made where the site declares each of them itself", () => {
    expect(listServices({ chat, other: { ...chat, id: "chat" } }, ["hotjar"])).toEqual([
      { ...chat, id: "chat" },
      { ...chat, id: "other" },
    ]);
  });

  it("is not made where a file says what one of them is", () => {
    expect(listServices({ chat, hotjar: { id: 1 } }, ["hotjar"])).toBeUndefined();
    expect(listServices({ chat, hotjar: chat }, ["hotjar"])).toBeUndefined();
    expect(listServices({ chat, hotjar: { category: "marketing" } }, [])).toBeUndefined();
    expect(listServices({ chat, hotjar: { name: "Ours" } }, [])).toBeUndefined();
  });

  it("is not made of what is no map of services", () => {
    const refuses = {
      get chat(): never {
        throw new Error("no");
      },
    };
    for (const one of [undefined, null, 1, "a", [], [chat], {}, { chat: null }, { chat: 1 }]) {
      expect(listServices(one, [])).toBeUndefined();
    }
    expect(listServices(refuses, [])).toBeUndefined();
  });
});
