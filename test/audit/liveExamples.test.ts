import { globSync } from "node:fs";
import { expect, it } from "vitest";
import { auditPage } from "../../src/audit/live/auditPage.ts";
import { SITE } from "../pages/server.ts";
import { inPairs, liveOptions, openLive } from "./live.ts";

/** `npm test` looks at an example from npm, which has no global instance; `npm run audit:corpus` at all. */
const ALL = process.env["CONSENTRY_AUDIT"] == "all";
const files = ALL
  ? globSync("examples/**/*.html").map((file) => file.replaceAll("\\", "/"))
  : ["examples/vue/index.html"];
const live = openLive();

/** Their first layer leads to no notice: they have no `policyUrl`. */
const NO_NOTICE = ["not-informed"];
/** The demo's configuration stands in a script, so that its declared legitimate interest is not known here. */
const ECONDA = ["request-before-consent", "storage-before-consent"];
/** What is true of an example, as read by eye; absent: nothing. */
const TRUE: Readonly<Record<string, readonly string[]>> = {
  "examples/custom-ui/index.html": NO_NOTICE,
  "examples/preact/index.html": NO_NOTICE,
  "examples/react/index.html": NO_NOTICE,
  "examples/svelte/index.html": NO_NOTICE,
  "examples/vue/index.html": NO_NOTICE,
  "examples/privacy.html": ECONDA,
  "examples/privacy-nl.html": ECONDA,
  // The pixel that is there to be found.
  "examples/leak/index.html": ["request-before-consent"],
  "examples/leak/policy.html": ["policy-blocks-permitted", "request-before-consent"],
  // Shown in a frame: its link back is hidden.
  "examples/theme.html": ["no-way-back"],
};

it(
  "finds in our own examples what is there, and withdraws by the page's own way",
  async () => {
    const found: Record<string, readonly string[]> = {};
    await inPairs(files, async (file) => {
      const page = await auditPage(await live.browser(), `${SITE}/${file}`, liveOptions(""));
      const counted = page.findings.filter(({ level }) => level != "note");
      const rules = [...new Set(counted.map(({ rule }) => rule))].toSorted();
      if (rules.length) found[file] = rules;
      expect(page.finished, file).toBe(true);
      if (file != "examples/vue/index.html") return;
      expect(page.visits.map(({ state }) => state)).toContain("withdrawn");
    });
    expect(found).toEqual(
      Object.fromEntries(Object.entries(TRUE).filter(([file]) => files.includes(file))),
    );
  },
  ALL ? 3_600_000 : 300_000,
);
