import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { readFileSync, readdirSync } from 'node:fs';
import { N as NECESSARY, p as packageFile } from './readSite.js';
import { C as CommandError, E as EXIT } from './exitCodes.js';

function headElement(code, nonce) {
  const value = nonce?.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const hash = createHash("sha256").update(code).digest("base64");
  const sizes = `${Buffer.byteLength(code)} bytes, ${brotliCompressSync(code).length} by brotli`;
  return {
    html: `<script${value ? ` nonce="${value}"` : ""}>${code}<\/script>`,
    facts: `${sizes}; script-src 'sha256-${hash}'`
  };
}

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

function headFacts(config) {
  const asked = config.categories.filter((id) => id != NECESSARY);
  const prints = asked.map((id) => `${id}\\.${fingerprint(config, id)}`);
  const text = `v=1&id=[\\w-]{8,64}&t=(\\d{1,11})&r=${config.revision}&yes=([\\w+-]*)&no=([\\w+-]*)`;
  return {
    days: config.days,
    text: `^${text}&f=${prints.join("\\+")}$`,
    ids: [
      ...asked.map((id) => [id, id]),
      ...config.services.map(({ id, basis, category }) => {
        const interest = basis == "legitimate-interest";
        return [id, basis == NECESSARY ? NECESSARY : interest ? "" : category];
      })
    ]
  };
}

function writeHead({ gate, signals }, files) {
  const { days, text, ids } = headFacts(gate);
  const name = gate.hostOnly ? 'location.protocol=="https:"?"__Host-consentry=":"consentry="' : '"consentry="';
  const facts = `name:${name},days:${days},text:/${text}/,ids:${JSON.stringify(ids)}`;
  const code = readFileSync(packageFile("dist/consentry.head.js"), "utf8").trim();
  const made = signals.map(signalCode).join(",");
  const early = files ? preloadCode(files.replace(/\/?$/, "/")) : "";
  const script = `{const consentryHead={${facts},signals:[${made}]};${code}${early}}`;
  if (/<\/script|<!--|<script/i.test(script)) {
    throw new CommandError(EXIT.environment, "internal: The script cannot stand in a page.");
  }
  return script;
}
function preloadCode(base) {
  const locales = readdirSync(packageFile("dist/locales")).map((file) => file.replace(".js", ""));
  const offered = JSON.stringify(locales.filter((tag) => !tag.includes("-")).join(" "));
  return `;try{if(!document.cookie.includes("consentry="))for(const file of["consentry.ui",...${offered}.split(" ").filter(tag=>tag==document.documentElement.lang.split("-")[0]).map(tag=>"locales/"+tag)]){const link=document.createElement("link");link.rel="modulepreload";link.nonce=document.currentScript.nonce;link.href=${JSON.stringify(base)}+file+".js";document.head.append(link)}}catch{}`;
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

export { headElement as h, writeHead as w };
