import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { bundleSite } from "../build/bundle/bundleSite.ts";
import { loadBundler } from "../build/bundle/loadBundler.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { readOptions } from "./readOptions.ts";
import { findLanguage } from "../build/site/loadMessages.ts";
import { readSite } from "../build/site/readSite.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry bundle --config FILE --out FILE [options]

Writes one script for your site, with your configuration and exactly the
services, signals and languages that it uses. The page needs nothing else:
<script src="consentry.site.js"></script>
A file beside it (….check.js) looks for mistakes in the page. Only your own
machine, or #consentry-check in the address, fetches it.

  --config FILE       the configuration that pages take by data-config (JSON)
  --out FILE          where to, for example consentry.site.js
  --lang TAGS         languages, by commas; the first is shown in doubt
                      (default: that of the configuration, else en)
  --split             put banner and settings into a second file beside it,
                      fetched when a choice is due

Needs esbuild: npm i -D esbuild
`;

const OPTIONS = {
  config: "one",
  out: "one",
  lang: "many",
  split: "flag",
  help: "flag",
} as const;

/** `consentry bundle`. */
export async function bundleCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const options = readOptions(args, OPTIONS, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const out = options.one("out");
  if (!out) throw new CommandError(EXIT.usage, "--out FILE is needed.");
  const site = await readSite(options.one("config"));
  const tags = options.many("lang").flatMap((text) => text.split(",").filter(Boolean));
  const wanted = tags.length ? tags : [site.config.language || "en"];
  const languages = [...new Set(wanted.map(findLanguage))];
  const bundler = await loadBundler(process.cwd());
  const files = await bundleSite(
    bundler,
    { ...site, languages },
    { name: basename(out), split: options.flag("split") },
  );
  for (const [name, bytes] of files) {
    const path = join(dirname(out), name);
    await writeFile(path, bytes);
    terminal.out(`${path}: ${bytes.length} bytes, ${brotliCompressSync(bytes).length} by brotli\n`);
  }
  return EXIT.ok;
}
