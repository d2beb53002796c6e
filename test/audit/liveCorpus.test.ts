import { expect, it } from "vitest";
import { CLEAN } from "./corpus/clean.ts";
import { DEFECTS } from "./corpus/defects.ts";
import { LIVE } from "./corpus/liveDefects.ts";
import { inPairs, openLive } from "./live.ts";

/** `npm test` looks at one page, and `fixedCorpus` at clean ones; `npm run audit:corpus` at all. */
const ALL = process.env["CONSENTRY_AUDIT"] == "all";
const SAMPLE = ["bad-after-refusal"];
const only = process.env["CONSENTRY_AUDIT_ONLY"];
const pages = [...CLEAN, ...DEFECTS, ...LIVE].filter(({ name }) =>
  only ? only.split(",").includes(name) : ALL || SAMPLE.includes(name),
);
/** Who asks before consent also stores, and goes on later: the same defect. */
const SAME: readonly string[] = [
  "storage-before-consent",
  "request-after-refusal",
  "storage-after-refusal",
  "request-after-withdrawal",
  "storage-after-withdrawal",
  "storage-undeclared",
  "not-what-was-chosen",
];
const live = openLive();

it(
  "finds each defect that a browser shows, and nothing on clean pages",
  async () => {
    const wrong: string[] = [];
    let [expected, found, right] = [0, 0, 0];
    await inPairs(pages, async (page) => {
      const began = Date.now();
      const { findings, finished } = await live.audit(page);
      const counted = findings.filter(({ level }) => level != "note");
      const lines = counted.map(
        ({ rule, what, place }) => `${rule} ${what} ${"state" in place ? place.state : ""}`,
      );
      if (ALL || only)
        process.stderr.write(`${page.name} ${Date.now() - began} ms ${lines.join(" | ")}
`);
      if (!finished) wrong.push(`${page.name} was not finished`);
      // One defect may break more than one rule (what leaks before the choice also leaks after it).
      const isExpected = page.live ? counted.some(({ rule }) => rule == page.live) : true;
      if (page.live) {
        expected++;
        if (isExpected) right++;
        else wrong.push(`${page.name} lacks ${page.live}: ${lines.join(" | ")}`);
      }
      const strange = counted.filter(
        ({ rule }) =>
          !page.live ||
          (rule != page.live &&
            !(page.also ?? []).includes(rule) &&
            !(page.live == "request-before-consent" && SAME.includes(rule))),
      );
      found += Math.max(1, counted.length);
      if (strange.length)
        wrong.push(
          `${page.name} has ${strange.map(({ rule, what }) => `${rule} ${what}`).join(" | ")}`,
        );
    });
    expect(pages.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    expect(right).toBe(expected);
    expect(found).toBeGreaterThan(0);
  },
  ALL ? 3_600_000 : 300_000,
);
