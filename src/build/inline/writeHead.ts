import { readdirSync, readFileSync } from "node:fs";
import { COOKIE, HOST_COOKIE } from "../../core/config/names.ts";
import { dataLayersOf } from "../../core/config/dataLayersOf.ts";
import { signalOptions } from "../../core/config/signalOptions.ts";
import { own } from "../../lib/own.ts";
import { headFacts } from "../../core/choice/headFacts.ts";
import { parseKeep } from "../../core/config/parseKeep.ts";
import { firstStyles } from "../../ui/banner/bannerStyles.ts";
import { tokens } from "../../ui/theme/tokens.ts";
import { SiteError } from "../SiteError.ts";
import { packageFile } from "../site/packageFile.ts";
import type { Site } from "../site/readSite.ts";

const DAY_S = 86_400;

/**
 * The script that stands in a page's head: what it must know of the site, the signals, the code.
 * @param extra `banner`: it shows the banner that is in the HTML; `files`: address of the folder of `consentry.js`: who has no choice yet is asked by files from there,
 * which are then asked for at once
 */
export function writeHead(
  { gate, config, signals, options }: Site,
  { files, banner = false }: { files?: string | undefined; banner?: boolean } = {},
): string {
  const { days, text, ids } = headFacts(gate);
  const name = gate._hostOnly
    ? `location.protocol=="https:"?"${HOST_COOKIE}=":"${COOKIE}="`
    : `"${COOKIE}="`;
  const base = files?.replace(/\/?$/, "/");
  const shown = banner ? `,${bannerFacts(config, options, base)}` : "";
  const facts = `name:${name},days:${days},text:/${text}/,ids:${JSON.stringify(ids)}${shown}`;
  const code = readFileSync(
    packageFile(`dist/consentry.head${banner ? ".banner" : ""}.js`),
    "utf8",
  ).trim();
  const made = signals.map((id) => signalCode(id, headOptions(id, options, gate))).join(",");
  const early = base && !banner ? preloadCode(base) : "";
  const script = given(code, `{${facts},signals:[${made}]}`) + early;
  // What would end or change the script element (HTML, "restrictions for contents of script elements").
  if (/<\/script|<!--|<script/i.test(script)) {
    throw new SiteError("environment", "internal: The script cannot stand in a page.");
  }
  return script;
}

/** The code with what it must know of the site, in the one place where it names that: no constant takes a name of the page's. */
function given(code: string, facts: string): string {
  const [before, after, ...more] = code.split("consentryHead");
  if (after == null || more.length) {
    throw new SiteError("environment", "internal: The head is not built as expected.");
  }
  return before + facts + after;
}

/** What the head must know of the banner (`HeadBannerData`), as members of an object. */
function bannerFacts(
  { days, layout, _hostOnly }: Site["config"],
  options: unknown,
  base: string | undefined,
): string {
  const { domain } = parseKeep(options, () => {});
  const where = domain && !_hostOnly ? `;Domain=${domain}` : "";
  const cookie = JSON.stringify(`;Path=/;Max-Age=${days * DAY_S};SameSite=Lax${where}`);
  const ask = base
    ? `,ask(l,n){${askCode(base, '"consentry.banner",...l=="en"?[]:["locales/"+l]')}}`
    : "";
  return `css:${JSON.stringify(tokens + firstStyles(layout))},cookie:${cookie}+(location.protocol=="https:"?";Secure":"")${ask}`;
}

/**
 * Asks for the interface and the page's language side by side with `consentry.js`, which would ask for them
 * only once it has come. Not where any choice is stored: then they are rarely needed. Nothing of it may fail
 * into the page.
 */
function preloadCode(base: string): string {
  const locales = readdirSync(packageFile("dist/locales")).map((file) => file.replace(".js", ""));
  const offered = JSON.stringify(locales.filter((tag) => !tag.includes("-")).join(" "));
  const files = `"consentry.banner",...${offered}.split(" ").filter(tag=>tag==document.documentElement.lang.split("-")[0]).map(tag=>"locales/"+tag)`;
  return `;try{let n=document.currentScript.nonce;if(!document.cookie.includes("${COOKIE}="))${askCode(base, files)}}catch{}`;
}

/** Asks for files below `base`; the nonce is in scope as `n`. */
function askCode(base: string, files: string): string {
  return `for(let e of[${files}]){let t=document.createElement("link");t.rel="modulepreload";t.nonce=n;t.href=${JSON.stringify(base)}+e+".js";document.head.append(t)}`;
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
