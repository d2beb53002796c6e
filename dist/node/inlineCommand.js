import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { C as CommandError, E as EXIT } from './exitCodes.js';
import { readFileSync } from 'node:fs';
import { N as NECESSARY, p as packageFile, r as readSite } from './readSite.js';
import { r as readOptions } from './readOptions.js';
import './keysOf.js';
import './own.js';
import 'node:url';
import 'node:module';
import 'node:path';
import 'node:util';

function hash32(text) {
  let hash = 2166136261;
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0), 16777619);
  return (hash >>> 0).toString(36);
}

function fingerprint(config, category) {
  const services = config.services.flatMap(
    (service) => service.category == category ? `${service.id}:${service.basis}` : []
  );
  return hash32([config.name, category, ...services.sort()].join("\n"));
}

function writeHead({ gate, signals }) {
  const asked = gate.categories.filter((id) => id != NECESSARY).map((id) => [id, fingerprint(gate, id)]);
  const services = gate.services.map(({ id, basis, category }) => [
    id,
    basis == NECESSARY ? NECESSARY : basis == "legitimate-interest" ? "" : category
  ]);
  const name = gate.hostOnly ? 'location.protocol=="https:"?"__Host-consentry":"consentry"' : '"consentry"';
  const facts = `name:${name},days:${gate.days},revision:${gate.revision}`;
  const lists = `asked:${JSON.stringify(asked)},services:${JSON.stringify(services)}`;
  const code = readFileSync(packageFile("dist/consentry.head.js"), "utf8").trim();
  const made = signals.map(signalCode).join(",");
  const text = `{const consentryHead={${facts},${lists},signals:[${made}]};${code}}`;
  if (/<\/script|<!--|<script/i.test(text)) {
    throw new CommandError(EXIT.environment, "internal: The script cannot stand in a page.");
  }
  return text;
}
function signalCode(id) {
  const text = readFileSync(packageFile("dist/signals", `${id}.js`), "utf8").trim();
  const [exported, list] = /export\{([^}]*)\};?$/.exec(text) ?? [];
  const made = list && /([\w$]+) as default/.exec(list)?.[1];
  if (!made || /\bimport\b/.test(text)) {
    throw new CommandError(
      EXIT.environment,
      `internal: The signal ${id} is not built as expected.`
    );
  }
  return `(()=>{${text.slice(0, -exported.length)};return ${made}()})()`;
}

const HELP = `consentry inline --config FILE [options]

Writes a small script to stand in the head of your pages, before anything else.
It queues the signals' defaults, and for a returning visitor it restores the
choice and releases what is permitted, before consentry.js has come. Load that
with defer or async. Write it anew whenever the configuration changes.

  --config FILE       the configuration that pages take by data-config (JSON)
  --format NAME       html (default): a script element; js: its content
  --nonce TEXT        value of the element's nonce attribute, or what your
                      server replaces by it
  --out FILE          where to (default: standard output)

Its size, and its hash for a content security policy, go to standard error.
`;
const OPTIONS = { config: "one", format: "one", nonce: "one", out: "one", help: "flag" };
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
  const code = writeHead(await readSite(options.one("config")));
  const nonce = options.one("nonce");
  const attribute = nonce ? ` nonce="${nonce.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"` : "";
  const text = format == "js" ? code : `<script${attribute}>${code}<\/script>
`;
  const out = options.one("out");
  if (out) await writeFile(out, text);
  else terminal.out(text);
  const hash = createHash("sha256").update(code).digest("base64");
  const sizes = `${Buffer.byteLength(code)} bytes, ${brotliCompressSync(code).length} by brotli`;
  terminal.err(`${sizes}; script-src 'sha256-${hash}'
`);
  return EXIT.ok;
}

export { inlineCommand };
