import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { root } from "../pages/files.ts";

const run = promisify(execFile);
const tsc = join(root, "node_modules/typescript/bin/tsc");

/** What the compiler says about a project; empty when it is content. */
async function check(project: string): Promise<string> {
  try {
    return (await run(process.execPath, [tsc, "-p", project], { cwd: root })).stdout;
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
}

it("the examples compile against the built types, as a site's own code would", async () => {
  expect(await check("examples/tsconfig.json")).toBe("");
});
