import { writeFile } from "node:fs/promises";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { headElement } from "../build/inline/headElement.ts";
import { writeHead } from "../build/inline/writeHead.ts";
import { readOptions } from "./readOptions.ts";
import { readSite } from "../build/site/readSite.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry inline --config FILE [options]

Writes a small script to stand in the head of your pages, before anything else.
It queues the signals' defaults, and for a returning visitor it restores the
choice and releases what is permitted, before consentry.js has come. Load that
with defer or async. Write it anew whenever the configuration changes.

  --config FILE       the configuration that pages take by data-config (JSON)
  --format NAME       html (default): a script element; js: its content
  --nonce TEXT        value of the element's nonce attribute, or what your
                      server replaces by it
  --files URL         folder that consentry.js is served from: for who has no
                      choice yet, the banner's files are asked for at once
  --out FILE          where to (default: standard output)

Its size, and its hash for a content security policy, go to standard error.
`;

const OPTIONS = {
  config: "one",
  format: "one",
  nonce: "one",
  files: "one",
  out: "one",
  help: "flag",
} as const;

/** `consentry inline`. */
export async function inlineCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const options = readOptions(args, OPTIONS, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const format = options.one("format") ?? "html";
  if (format != "html" && format != "js") {
    throw new CommandError(EXIT.usage, "--format is html or js.");
  }
  const code = writeHead(await readSite(options.one("config")), options.one("files"));
  const { html, facts } = headElement(code, options.one("nonce"));
  const text = format == "js" ? code : `${html}\n`;
  const out = options.one("out");
  if (out) await writeFile(out, text);
  else terminal.out(text);
  terminal.err(`${facts}\n`);
  return EXIT.ok;
}
