import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makePlan } from "../build/init/makePlan.ts";
import { unifiedDiff } from "../lib/unifiedDiff.ts";
import { EXIT, type ExitCode } from "./exitCodes.ts";
import { readOptions } from "./readOptions.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry init [folder] [options]

Looks what a project is (Next.js, Nuxt, Astro, React Router, TanStack Start,
SvelteKit, Angular, Vite with any framework, or plain pages) and prints what
puts Consentry into it, as a diff that git apply takes. Files that are there are
edited once and never replaced. Run again, it changes nothing.

  --write             makes the files and edits
  --name NAME         who is responsible for the data (default: "Your company")

Exit codes: 0 done, 1 something is left to edit by hand, 2 wrong usage or an
unknown kind of project, 3 cannot be used.
`;

const OPTIONS = { write: "flag", name: "one", help: "flag" } as const;

/** `consentry init`. */
export function initCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, OPTIONS, terminal, 1);
  if (options.flag("help")) {
    terminal.out(HELP);
    return Promise.resolve(EXIT.ok);
  }
  const folder = options.positionals[0] ?? ".";
  const { changes, byHand, next } = makePlan(folder, {
    name: options.one("name") ?? "Your company",
  });
  for (const { path, before, after } of changes) {
    terminal.out(unifiedDiff(path, before, after));
    if (!options.flag("write")) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), after);
  }
  const count = `${changes.length} ${changes.length == 1 ? "file" : "files"}`;
  if (!changes.length) terminal.err("Nothing is left to write.\n");
  else if (options.flag("write")) terminal.err(`${count} written.\n`);
  else terminal.err(`${count} to write: --write does it.\n`);
  for (const step of byHand) terminal.err(`By hand: ${step}\n`);
  if (changes.length) terminal.err(next.map((step, at) => `${at + 1}. ${step}\n`).join(""));
  return Promise.resolve(byHand.length ? EXIT.bad : EXIT.ok);
}
