import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFiles, root, withoutComments } from "./modules.ts";

// CONTRIBUTING says how a test waits instead. Long runs that nothing but their own command starts are left out.

const LONGEST_MS = 100;
/** What `vitest.config.ts` gives a poll, and a test that opens pages. */
const PATIENCE_MS = { poll: 30_000, test: 120_000 };
const WAITS =
  /\bsetTimeout\(\s*(?:resolve|done|next|end|r)\s*,\s*([\d_]+)\)|\b(?:sleep|pause|wait|waitForTimeout)\(\s*([\d_]+)\s*\)/g;

const read = (file: string): string => withoutComments(readFileSync(join(root, file), "utf8"));
const files = ["src", "test"]
  .flatMap(listFiles)
  .filter((file) => /\.tsx?$/.test(file) && (file.startsWith("test/") || /\.test\./.test(file)))
  .filter((file) => !file.startsWith("test/collector/soak/"));
/** All but the rule itself, which names what it forbids. */
const others = files.filter((file) => file != "test/arch/waiting.test.ts");

const msOf = (digits: string): number => Number(digits.replaceAll("_", ""));
/** Waits of a fixed time that are too long. */
const waitsIn = (text: string): string[] =>
  [...text.matchAll(WAITS)]
    .filter(([, timer, helper]) => msOf((timer ?? helper)!) >= LONGEST_MS)
    .map(([wait]) => wait);
/** Polls and tests that give up before the rest would: on a busy machine they fail where nothing is wrong. */
const hurriesIn = (text: string): string[] =>
  [...text.matchAll(/\bpoll\([^;]*?\{ timeout: ([\d_]+)|^ *\}, ([\d_]+_000)\);$/gm)]
    .filter(([, poll, test]) =>
      poll ? msOf(poll) < PATIENCE_MS.poll : msOf(test!) < PATIENCE_MS.test,
    )
    .map(([hurry]) => hurry);
/** Tests that do not run, or run again. */
const evasionsIn = (text: string): string[] =>
  text.match(/\.(?:skip|skipIf|todo|only)\b\(?|\bretry:/g) ?? [];

describe("tests", () => {
  it("wait for what they mean, and for no fixed time of 100 ms or more", () => {
    const found = others.flatMap((file) => waitsIn(read(file)).map((wait) => `${file}: ${wait}`));
    expect(found).toEqual([]);
  });

  it("have no patience of their own that is shorter than everybody's", () => {
    const found = others.flatMap((file) =>
      hurriesIn(read(file)).map((hurry) => `${file}: ${hurry}`),
    );
    expect(found).toEqual([]);
  });

  it("are run once, and none is skipped", () => {
    const found = [...others, "vitest.config.ts"].flatMap((file) =>
      evasionsIn(read(file)).map((word) => `${file}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  it("would be found: each way to wait, to hurry, to skip and to try again", () => {
    const waits = [
      "setTimeout(done, 1_500)",
      "setTimeout(resolve, 100)",
      "await sleep(300)",
      "await pause(250)",
      "page.waitForTimeout(500)",
    ];
    expect(waits.filter((text) => !waitsIn(text).length)).toEqual([]);
    expect(waitsIn("setTimeout(done, 20); sleep(50); setTimeout(run, 300)")).toEqual([]);
    const hurries = ["expect.poll(read, { timeout: 15_000 })", "  }, 20_000);"];
    expect(hurries.filter((text) => !hurriesIn(text).length)).toEqual([]);
    expect(hurriesIn("expect.poll(read, { timeout: 60_000 })")).toEqual([]);
    const evasions = ["it.skip(", "describe.skipIf(x)", "it.todo(", "it.only(", "{ retry: 1 }"];
    expect(evasions.filter((text) => !evasionsIn(text).length)).toEqual([]);
  });
});

describe("the root's own packages", () => {
  it("stay few: what is big or foreign has a folder and a lock of its own", () => {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
      packages: Record<string, { optional?: boolean }>;
    };
    const installed = Object.values(lock.packages).filter(({ optional }) => !optional);
    expect(installed.length).toBeLessThan(300);
  });
});
