import { basename, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { neededFiles } from "../build/copy/neededFiles.ts";
import { LIST, writeCopy } from "../build/copy/writeCopy.ts";
import { findLanguage } from "../build/site/loadMessages.ts";
import { readSite } from "../build/site/readSite.ts";
import { library } from "../engine/library.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { readOptions } from "./readOptions.ts";
import type { Terminal } from "./terminal.ts";
import { escapeAttribute } from "../lib/escapeAttribute.ts";

const HELP = `consentry copy FOLDER [options]

Puts the files of the script tag into a folder of your site: those that your
configuration needs, and no others. Run again, it writes what differs and
removes what it wrote and is no longer needed.

  --config FILE       the configuration that pages take by data-config (JSON);
                      without it all services, signals and tools are copied
  --lang TAGS         languages that your pages are in, by commas (default:
                      that of the configuration, else all)
  --hash              puts them into a folder named by the version and by what
                      is in it, to be cached for ever; the one before stays
  --url URL           where the folder is served (default: /NAME-OF-FOLDER/)

Says the tag for your pages, and writes each file's integrity value to
${LIST} in the folder.
`;

const OPTIONS = {
  config: "one",
  lang: "many",
  hash: "flag",
  url: "one",
  help: "flag",
} as const;

/** `consentry copy`. */
export async function copyCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, OPTIONS, terminal, 1);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const [folder] = options.positionals;
  if (!folder) throw new CommandError(EXIT.usage, "A folder is needed: consentry copy FOLDER.");
  const path = options.one("config");
  const site = path === undefined ? undefined : await readSite(path);
  const tags = options.many("lang").flatMap((text) => text.split(",").filter(Boolean));
  const wanted = tags.length || !site?.config.language ? tags : [site.config.language];
  const languages = wanted.length ? wanted.map(findLanguage) : undefined;
  const names = neededFiles(site, languages);
  const made = await writeCopy(folder, names, options.flag("hash") ? library.version : undefined);

  const { written, kept, removed, bytes } = made;
  const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);
  const raw = sum(bytes.map(({ length }) => length));
  const packed = sum(bytes.map((content) => brotliCompressSync(content).length));
  terminal.err(
    `${folder}: ${names.length} files, ${raw} bytes, ${packed} by brotli; ${written} written, ${kept} as they were, ${removed} removed\n`,
  );
  if (!languages) {
    terminal.err("All languages are in it; --lang en,nl would copy two of them.\n");
  }
  const base = (options.one("url") ?? `/${basename(resolve(folder))}/`).replace(/\/?$/, "/");
  const integrity = made.folder && ` integrity="${made.files["consentry.js"]}" crossorigin`;
  const config = path && ` data-config="${escapeAttribute(`/${basename(path)}`)}"`;
  const src = escapeAttribute(`${base}${made.folder}consentry.js`);
  terminal.out(`<script defer src="${src}"${integrity}${config ?? ""}></script>\n`);
  return EXIT.ok;
}
