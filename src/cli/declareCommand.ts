import { writeFile } from "node:fs/promises";
import { dict } from "../lib/dict.ts";
import { createWords } from "../ui/shell/createWords.ts";
import { declareHtml } from "../build/declare/declareHtml.ts";
import { declareMarkdown } from "../build/declare/declareMarkdown.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { readOptions } from "./readOptions.ts";
import { findLanguage, loadMessages } from "../build/site/loadMessages.ts";
import { readSite } from "../build/site/readSite.ts";
import type { Terminal } from "./terminal.ts";

const HELP = `consentry declare --config FILE [options]

Writes the table of services, cookies and lifetimes for your cookie policy: what
a page shows in data-consent-declaration, without any script.

  --config FILE       the configuration that pages take by data-config (JSON)
  --format NAME       html (default) or markdown
  --lang TAG          language (default: that of the configuration, else en)
  --out FILE          where to (default: standard output)
`;

const OPTIONS = { config: "one", format: "one", lang: "one", out: "one", help: "flag" } as const;

/** `consentry declare`. */
export async function declareCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const options = readOptions(args, OPTIONS, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const format = options.one("format") ?? "html";
  if (format != "html" && format != "markdown") {
    throw new CommandError(EXIT.usage, "--format is html or markdown.");
  }
  const { config } = await readSite(options.one("config"));
  const language = findLanguage((options.one("lang") ?? config.language) || "en");
  const messages = Object.assign(
    dict<string>(),
    await loadMessages(language),
    config.texts["*"],
    config.texts[language],
  );
  const words = createWords({ config, language, messages });
  const text = format == "html" ? declareHtml(config, words) : declareMarkdown(config, words);
  const out = options.one("out");
  if (out) await writeFile(out, text);
  else terminal.out(text);
  return EXIT.ok;
}
