import { expect, it } from "vitest";
import { ownService } from "./ownService.ts";

it.each([
  ["is the site's own where it names a category", "my-chat", { category: "functional" }, true],
  ["is the catalogue's in another category", "youtube", { category: "marketing" }, false],
  ["is nobody's without a category", "my-chat", { name: "Chat" }, false],
  ["takes no category from a prototype", "my-chat", Object.create({ category: "x" }), false],
])("a service of a map %s", (_what, id, options: object, isOwn) => {
  expect(ownService(id, options)).toEqual(isOwn ? { ...options, id } : null);
});

it("bears the id of its key, whatever else it says", () => {
  expect(ownService("my-chat", { id: "other", category: "functional" })).toMatchObject({
    id: "my-chat",
  });
});
