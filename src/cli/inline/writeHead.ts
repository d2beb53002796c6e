import { readFileSync } from "node:fs";
import { fingerprint } from "../../core/fingerprint.ts";
import { NECESSARY } from "../../core/config.ts";
import { CommandError, EXIT } from "../exitCodes.ts";
import { packageFile } from "../site/packageFile.ts";
import type { Site } from "../site/readSite.ts";

/** The script that stands in a page's head: what it must know of the site, the signals, the code. */
export function writeHead({ gate, signals }: Pick<Site, "gate" | "signals">): string {
  const asked = gate.categories
    .filter((id) => id != NECESSARY)
    .map((id) => [id, fingerprint(gate, id)]);
  const services = gate.services.map(({ id, basis, category }) => [
    id,
    basis == NECESSARY ? NECESSARY : basis == "legitimate-interest" ? "" : category,
  ]);
  const name = gate.hostOnly
    ? 'location.protocol=="https:"?"__Host-consentry":"consentry"'
    : '"consentry"';
  const facts = `name:${name},days:${gate.days},revision:${gate.revision}`;
  const lists = `asked:${JSON.stringify(asked)},services:${JSON.stringify(services)}`;
  const code = readFileSync(packageFile("dist/consentry.head.js"), "utf8").trim();
  const made = signals.map(signalCode).join(",");
  // In a block of its own: the constant is nobody else's.
  const text = `{const consentryHead={${facts},${lists},signals:[${made}]};${code}}`;
  // What would end or change the script element (HTML, "restrictions for contents of script elements").
  if (/<\/script|<!--|<script/i.test(text)) {
    throw new CommandError(EXIT.environment, "internal: The script cannot stand in a page.");
  }
  return text;
}

/** One built signal as an expression: a module of its own, without imports, that ends with its exports. */
function signalCode(id: string): string {
  const text = readFileSync(packageFile("dist/signals", `${id}.js`), "utf8").trim();
  const [exported, list] = /export\{([^}]*)\};?$/.exec(text) ?? [];
  const made = list && /([\w$]+) as default/.exec(list)?.[1];
  if (!made || /\bimport\b/.test(text)) {
    throw new CommandError(
      EXIT.environment,
      `internal: The signal ${id} is not built as expected.`,
    );
  }
  return `(()=>{${text.slice(0, -exported!.length)};return ${made}()})()`;
}
