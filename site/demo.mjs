// Puts the demo of `npm start` into the site: the pages of examples/, and beside them files that stand in for what the
// vendors' servers answer. The pages are rewritten to load those, so it works on any static host and asks no other.
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundle } from "../test/pages/bundle.ts";
import { answerVendor, vendorHosts } from "../test/pages/vendors.ts";
import { root } from "./stage.mjs";

/** Pages of the demo. The leak monitor's example is none: what it names has to lie on another host. */
const PAGES = [
  "examples/{index,nl,privacy,privacy-nl}.html",
  "examples/{plain-html,spa,react,vue,svelte,preact,custom-ui}/index.html",
];
const FILES = [
  "examples/{site,panel,example}.css",
  "examples/{consent,panel}.js",
  "examples/scene.svg",
];

/** What is fetched by GET, as the pages and the vendors' scripts write it, and the name of the file that answers. */
const ANSWERS = {
  "www.googletagmanager.com/gtag/js": "gtag.js",
  "googleads.g.doubleclick.net/pagead/viewthroughconversion/${target.slice(3)}/": "visit.gif",
  "static.hotjar.com/c/hotjar-123456.js": "c/hotjar-123456.js",
  "script.hotjar.com/modules.0f3c.js": "modules.0f3c.js",
  "bat.bing.com/bat.js": "bat.js",
  "bat.bing.com/action/0": "action/0.gif",
  "l.ecn-ldr.de/loader/loader.js": "loader/loader.js",
  "www.youtube-nocookie.com/embed/waterlijn": "embed/waterlijn.html",
  "www.youtube-nocookie.com/embed/acme": "embed/acme.html",
};

/** A recording sends so often that a static host would answer mostly that. */
const OFTEN = ['send("recording"), 400)', 'send("recording"), 10_000)'];

/** Keeps the pages to this host, whatever they run. */
const POLICY =
  "default-src 'self' 'unsafe-inline' data:; base-uri 'none'; form-action 'none'; object-src 'none'";

/** Addresses of vendors in a text become those of the files below `place`. */
function localise(text, place) {
  for (const [address, file] of Object.entries(ANSWERS)) {
    text = text.replaceAll(`//${address}`, `//${address.split("/")[0]}/${file}`);
  }
  return text.replace(/(?:https?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/g, (whole, host) =>
    vendorHosts.includes(host) ? place + host : whole,
  );
}

/**
 * Writes the demo below `try/` of the site.
 *
 * @param out folder of the site
 * @param base path below which the site will lie
 */
export async function writeDemo(out, base) {
  const place = `${base}try/stand-ins/`;
  const write = (file, body) => {
    mkdirSync(dirname(join(out, "try", file)), { recursive: true });
    writeFileSync(join(out, "try", file), body);
  };
  for (const file of globSync(FILES, { cwd: root }))
    cpSync(join(root, file), join(out, "try", file));
  for (const file of globSync(PAGES, { cwd: root })) {
    const head = `<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <meta name="stand-ins" content="${place}" />`;
    const text = readFileSync(join(root, file), "utf8").replace('<meta charset="utf-8" />', head);
    write(file, localise(text, place));
    const [main] = globSync(`${dirname(file)}/main.{ts,tsx}`, { cwd: root });
    for (const [name, body] of main ? await bundle(join(root, main)) : []) {
      write(`${dirname(file)}/built/${name}`, localise(Buffer.from(body).toString(), place));
    }
  }
  for (const [address, file] of Object.entries(ANSWERS)) {
    const url = new URL(`https://${address}`);
    const { body = "" } = answerVendor({ url });
    const isText = typeof body == "string";
    const answer = isText ? localise(body.replace(...OFTEN), place) : body;
    write(`stand-ins/${url.host}/${file}`, answer);
  }
}
