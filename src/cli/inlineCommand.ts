import { writeFile } from "node:fs/promises";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { headElement, sizes } from "../build/inline/headElement.ts";
import { writeBanner } from "../build/inline/writeBanner.ts";
import { writeHead } from "../build/inline/writeHead.ts";
import { readOptions } from "./readOptions.ts";
import { readSite } from "../build/site/readSite.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry inline --config FILE [options]

Writes a small script to stand in the head of your pages, before anything else.
It queues the signals' defaults, and for a returning visitor it restores the
choice and releases what is permitted, before consentry.js has come. Load that
with defer or async. Write it again whenever the configuration changes.

  --config FILE       the configuration that pages take by data-config (JSON)
  --format NAME       html (default): a script element; js: its content
  --nonce TEXT        value of the element's nonce attribute, or what your
                      server replaces by it
  --files URL         folder that consentry.js is served from: for who has no
                      choice yet, the banner's files are asked for at once
  --banner            the banner as HTML too, to stand first in the body of your
                      pages: it is there at the first paint, for who has to be
                      asked. With --out, in a file of its own (….banner.html)
  --lang TAG          language of the banner (default: that of the
                      configuration, else en)
  --out FILE          where to (default: standard output)

Its size, and its hash for a content security policy, go to standard error.
`;

const OPTIONS = {
  config: "one",
  format: "one",
  nonce: "one",
  files: "one",
  banner: "flag",
  lang: "one",
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
  const isBanner = options.flag("banner");
  const out = options.one("out");
  if (isBanner && format == "js" && !out) {
    throw new CommandError(EXIT.usage, "--banner with --format js needs --out: it is no script.");
  }
  const site = await readSite(options.one("config"));
  const code = writeHead(site, { files: options.one("files"), banner: isBanner });
  const banner = isBanner && (await writeBanner(site, options.one("lang")));
  const { html, facts } = headElement(code, options.one("nonce"));
  const write = async (text: string, file: string | undefined): Promise<void> =>
    file ? await writeFile(file, text) : terminal.out(text);
  await write(format == "js" ? code : `${html}\n`, out);
  terminal.err(`${facts}\n`);
  if (banner) {
    await write(`${banner}\n`, out?.replace(/(\.\w+)?$/, ".banner.html"));
    terminal.err(`banner: ${sizes(banner)}; both: ${sizes(code + banner)}\n`);
  }
  return EXIT.ok;
}
