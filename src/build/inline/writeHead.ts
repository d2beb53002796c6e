import { readdirSync, readFileSync } from "node:fs";
import { COOKIE, HOST_COOKIE } from "../../core/config/names.ts";
import { dataLayersOf } from "../../core/config/dataLayersOf.ts";
import { signalOptions } from "../../core/config/signalOptions.ts";
import { own } from "../../lib/own.ts";
import { headFacts } from "../../core/choice/headFacts.ts";
import { SiteError } from "../SiteError.ts";
import { packageFile } from "../site/packageFile.ts";
import type { Site } from "../site/readSite.ts";

/**
 * The script that stands in a page's head: what it must know of the site, the signals, the code.
 * @param files address of the folder of `consentry.js`: who has no choice yet is asked by files from there,
 * which are then asked for at once
 */
export function writeHead(
  { gate, signals, options }: Pick<Site, "gate" | "signals" | "options">,
  files?: string,
): string {
  const { days, text, ids } = headFacts(gate);
  const name = gate._hostOnly
    ? `location.protocol=="https:"?"${HOST_COOKIE}=":"${COOKIE}="`
    : `"${COOKIE}="`;
  const facts = `name:${name},days:${days},text:/${text}/,ids:${JSON.stringify(ids)}`;
  const code = readFileSync(packageFile("dist/consentry.head.js"), "utf8").trim();
  const made = signals.map((id) => signalCode(id, headOptions(id, options, gate))).join(",");
  // In a block of its own: the constant is nobody else's.
  const early = files ? preloadCode(files.replace(/\/?$/, "/")) : "";
  const script = `{const consentryHead={${facts},signals:[${made}]};${code}${early}}`;
  // What would end or change the script element (HTML, "restrictions for contents of script elements").
  if (/<\/script|<!--|<script/i.test(script)) {
    throw new SiteError("environment", "internal: The script cannot stand in a page.");
  }
  return script;
}

/**
 * Asks for the interface and the page's language side by side with `consentry.js`, which would ask for them
 * only once it has come. Not where any choice is stored: then they are rarely needed. Nothing of it may fail
 * into the page.
 */
function preloadCode(base: string): string {
  const locales = readdirSync(packageFile("dist/locales")).map((file) => file.replace(".js", ""));
  const offered = JSON.stringify(locales.filter((tag) => !tag.includes("-")).join(" "));
  return `;try{if(!document.cookie.includes("${COOKIE}="))for(const file of["consentry.banner",...${offered}.split(" ").filter(tag=>tag==document.documentElement.lang.split("-")[0]).map(tag=>"locales/"+tag)]){const link=document.createElement("link");link.rel="modulepreload";link.nonce=document.currentScript.nonce;link.href=${JSON.stringify(base)}+file+".js";document.head.append(link)}}catch{}`;
}

/** A signal's options; the head knows no services, so the data layers that they name stand there. */
function headOptions(id: string, options: unknown, gate: Site["gate"]): object | undefined {
  const given = signalOptions(options, id);
  const layers = dataLayersOf(gate.services);
  if (layers.every((name) => name == "dataLayer")) return given;
  return { ...given, dataLayer: [own(given, "dataLayer") ?? "dataLayer", layers].flat() };
}

/** One built signal as an expression: a module of its own, without imports, that ends with its exports. */
function signalCode(id: string, options: object | undefined): string {
  const text = readFileSync(packageFile("dist/signals", `${id}.js`), "utf8").trim();
  const [exported, list] = /export\{([^}]*)\};?$/.exec(text) ?? [];
  const made = list && /([\w$]+) as default/.exec(list)?.[1];
  if (!made || /\bimport\b/.test(text)) {
    throw new SiteError("environment", `internal: The signal ${id} is not built as expected.`);
  }
  return `(()=>{${text.slice(0, -exported!.length)};return ${made}(${options ? JSON.stringify(options) : ""})})()`;
}
