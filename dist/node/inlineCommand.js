import { writeFile } from 'node:fs/promises';
import { E as EXIT, C as CommandError } from './exitCodes.js';
import { w as writeHead, h as headElement } from './writeHead.js';
import { r as readOptions } from './readOptions.js';
import { r as readSite } from './readSite.js';
import 'node:crypto';
import 'node:zlib';
import 'node:fs';
import 'node:util';
import './keysOf.js';
import './own.js';
import 'node:url';
import 'node:module';
import 'node:path';

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
  help: "flag"
};
async function inlineCommand(args, terminal) {
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
  const text = format == "js" ? code : `${html}
`;
  const out = options.one("out");
  if (out) await writeFile(out, text);
  else terminal.out(text);
  terminal.err(`${facts}
`);
  return EXIT.ok;
}

export { inlineCommand };
