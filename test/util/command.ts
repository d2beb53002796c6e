import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../pages/files.ts";

/** How a command line ended. */
export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs the built command line in a process of its own; `home` is where the package lies. */
export function command(
  args: readonly string[],
  cwd: string = root,
  home: string = root,
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(home, "dist/node/cli.js"), ...args],
      { cwd },
      (error, out, err) => {
        resolve({ code: typeof error?.code == "number" ? error.code : 0, out, err });
      },
    );
  });
}

/** A file with this text (or value, as JSON) in a folder of its own. */
export function fileOf(content: unknown, name = "consent.json"): string {
  const path = join(mkdtempSync(join(tmpdir(), "consentry-")), name);
  writeFileSync(path, typeof content == "string" ? content : JSON.stringify(content));
  return path;
}
