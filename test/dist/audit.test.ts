import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { root } from "../pages/files.ts";

// The package as it is installed by someone who has nothing of what is optional.
const home = mkdtempSync(join(tmpdir(), "consentry-audit-"));
for (const part of ["dist", "data", "package.json"])
  cpSync(join(root, part), join(home, part), { recursive: true });
afterAll(() => rmSync(home, { recursive: true }));

it.each([
  [[], "A live audit needs Playwright. Run: npm install --save-dev playwright\n"],
  [
    ["--autoconsent"],
    "autoconsent's rules are not installed. Run: npm install --save-dev @duckduckgo/autoconsent\n",
  ],
])("says the one command that installs what is missing, with %j", (more, sentence) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(home, "dist/node/cli.js"), "audit", "https://www.shop.test/", ...more],
    { cwd: home, encoding: "utf8" },
  );
  expect({ status, stderr }).toEqual({ status: 3, stderr: sentence });
});
