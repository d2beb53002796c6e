import { mkdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Reporter, SerializedError, TestCase, TestModule } from "vitest/node";
import { absence } from "../../scripts/browsers.mjs";
import { postgresBin } from "../collector/util/postgres.ts";
import { engineOf } from "./engineOf.ts";
import { runAlone } from "./runAlone.ts";

declare module "vitest" {
  interface TaskMeta {
    /** Where a failed test stood: address and view of each of its pages. */
    pages?: string[];
  }
}

const SLOWEST = 10;
const ENGINES = ["chromium", "firefox", "webkit"] as const;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const pathOf = (module: TestModule): string =>
  relative(process.cwd(), module.moduleId).replaceAll("\\", "/");
const testsOf = (module: TestModule): TestCase[] => [...module.children.allTests()];
const failedOf = (module: TestModule): TestCase[] =>
  testsOf(module).filter((test) => test.result().state == "failed");

/**
 * Says what a newcomer wants to know: a line for each file as it ends, each failure with its promise, its page
 * and the command that runs it alone, and at the end what was tested where, what took longest, and one plain line.
 */
export function plainReporter(say: (line: string) => void = console.log): Reporter {
  let files = 0;
  let ended = 0;
  let began = 0;
  return {
    onTestRunStart(specifications) {
      began = Date.now();
      ended = 0;
      files = specifications.length;
      say(`${files} files of tests`);
    },
    onUserConsoleLog({ content }) {
      say(content.trimEnd());
    },
    onTestModuleEnd(module) {
      ended++;
      const failed = failedOf(module);
      const isBad = module.state() == "failed";
      const count = `${testsOf(module).length} tests${failed.length ? `, ${failed.length} failed` : ""}`;
      const time = seconds(module.diagnostic().duration);
      say(
        `${isBad ? "✗" : "✓"} ${ended}/${files}  ${module.project.name}  ${pathOf(module)}  ${count}  ${time}`,
      );
      for (const error of module.errors()) say(`  ${textOf(error)}`);
      for (const test of failed) say(`  ✗ ${test.fullName}`);
    },
    async onTestRunEnd(modules, errors) {
      const tests = modules.flatMap(testsOf);
      const failures = modules.flatMap((module) => [
        ...module.errors().map((error) => `${pathOf(module)}\n  ${textOf(error)}`),
        ...failedOf(module).map((test) => failureOf(test, pathOf(module))),
      ]);
      for (const error of errors) failures.push(`outside of any test\n  ${textOf(error)}`);
      failures.forEach((text, index) =>
        say(`\nFailure ${index + 1} of ${failures.length}: ${text}`),
      );
      say("\nTested");
      for (const where of new Set(tests.map(engineOf))) {
        const own = tests.filter((test) => engineOf(test) == where);
        const from = new Set(own.map(({ module }) => module)).size;
        say(`  ${where.padEnd(9)} ${own.length} tests in ${from} files`);
      }
      say(`\nThe slowest ${SLOWEST}`);
      for (const { test, duration } of slowestOf(tests)) {
        say(`  ${seconds(duration).padStart(7)}  ${pathOf(test.module)}: ${test.fullName}`);
      }
      say("");
      for (const name of ENGINES) {
        const why = await absence(name);
        if (why) say(`No page was opened in ${name}: ${why}.`);
      }
      if (!postgresBin()) say("No test ran against PostgreSQL: not installed.");
      writeTimes(modules);
      const passed = tests.filter((test) => test.result().state == "passed").length;
      say(`${seconds(Date.now() - began)} in all`);
      say(`${passed} passed, ${failures.length} failed`);
    },
  };
}

/** A table of all files, the slowest first, for whoever looks where the time goes. */
function writeTimes(modules: readonly TestModule[]): void {
  const rows = modules
    .toSorted((one, other) => other.diagnostic().duration - one.diagnostic().duration)
    .map((module) => {
      const { duration } = module.diagnostic();
      const cells = [
        pathOf(module),
        module.project.name,
        testsOf(module).length,
        seconds(duration),
      ];
      return `| ${cells.join(" | ")} |`;
    });
  mkdirSync(".tmp", { recursive: true });
  const head = ["| file | project | tests | time |", "| --- | --- | --- | --- |"];
  writeFileSync(".tmp/times.md", [...head, ...rows, ""].join("\n"));
}

function slowestOf(tests: readonly TestCase[]): { test: TestCase; duration: number }[] {
  return tests
    .map((test) => ({ test, duration: test.diagnostic()?.duration ?? 0 }))
    .toSorted((one, other) => other.duration - one.duration)
    .slice(0, SLOWEST);
}

function failureOf(test: TestCase, file: string): string {
  const { pages = [] } = test.meta();
  const errors = test.result().errors ?? [];
  return [
    test.fullName,
    `  in ${engineOf(test)}, ${file}${test.location ? `:${test.location.line}` : ""}`,
    ...pages.map((page) => `  page: ${page}`),
    ...errors.map((error) => `  ${textOf(error)}`),
    `  alone: ${runAlone(test, file)}`,
  ].join("\n");
}

/** What went wrong, what was wanted, and the line that asked. */
function textOf({ message, diff, stacks, stack }: SerializedError): string {
  const at = stacks?.[0];
  const place = at ? `at ${relative(process.cwd(), at.file)}:${at.line}:${at.column}` : stack;
  return [message, diff, place].filter(Boolean).join("\n").replaceAll("\n", "\n  ");
}
