import { join } from "node:path";
import { expect, it } from "vitest";
import { auditFolder } from "../../src/audit/folder/auditFolder.ts";
import { root } from "../pages/files.ts";
import { known } from "./known.ts";

it("finds nothing wrong in our own examples, and reads every page of them", async () => {
  const { findings, pages, unread } = await auditFolder(join(root, "examples"), {
    known: known([]),
  });
  expect(pages).toBeGreaterThan(15);
  const files = (list: typeof findings) =>
    list.map(({ place }) => ("file" in place ? place.file : "")).sort();
  // The pixel of the demo that is there to be found.
  const wrong = findings.filter(({ level }) => level != "note");
  expect(wrong.map(({ rule }) => rule)).toEqual(["service-unmarked", "service-unmarked"]);
  expect(files(wrong)).toEqual(["leak/index.html", "leak/policy.html"]);
  expect(files(findings.filter(({ level }) => level == "note"))).toEqual([
    "preact/main.tsx",
    "react/main.tsx",
    "svelte/App.svelte",
    "vue/App.vue",
  ]);
  expect(unread.map(({ why }) => why)).toEqual(["1 files in Markdown are not read."]);
});
