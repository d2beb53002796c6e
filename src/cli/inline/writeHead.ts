import { readFileSync } from "node:fs";
import { headFacts } from "../../client/head/headData.ts";
import { CommandError, EXIT } from "../exitCodes.ts";
import { packageFile } from "../site/packageFile.ts";
import type { Site } from "../site/readSite.ts";

/** The script that stands in a page's head: what it must know of the site, the signals, the code. */
export function writeHead({ gate, signals }: Pick<Site, "gate" | "signals">): string {
  const { days, text, ids } = headFacts(gate);
  const name = gate.hostOnly
    ? 'location.protocol=="https:"?"__Host-consentry=":"consentry="'
    : '"consentry="';
  const facts = `name:${name},days:${days},text:/${text}/,ids:${JSON.stringify(ids)}`;
  const code = readFileSync(packageFile("dist/consentry.head.js"), "utf8").trim();
  const made = signals.map(signalCode).join(",");
  // In a block of its own: the constant is nobody else's.
  const script = `{const consentryHead={${facts},signals:[${made}]};${code}}`;
  // What would end or change the script element (HTML, "restrictions for contents of script elements").
  if (/<\/script|<!--|<script/i.test(script)) {
    throw new CommandError(EXIT.environment, "internal: The script cannot stand in a page.");
  }
  return script;
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
