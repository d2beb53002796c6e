import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { CATEGORIES, marked, page } from "../lib/page.mjs";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const run = promisify(execFile);

/** What the site declares: three categories with a service each, and what each stores. */
export const CONFIG = {
  controller: { name: "Acme BV" },
  policyUrl: "/privacy",
  categories: CATEGORIES,
  services: CATEGORIES.map((category) => ({
    id: `${category}-vendor`,
    name: `Vendor of ${category}`,
    category,
    storage: [{ name: `_${category}`, medium: "cookie", purpose: "visitor", lifetime: "1 year" }],
  })),
};

const ACCEPT = '[data-consentry] >>> [data-consentry-action="accept-all"]';
const REJECT = '[data-consentry] >>> [data-consentry-action="reject-all"]';

const version = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
).version;

/** What all contestants of ours have in common. */
export const OURS = { kind: "ours", version, accept: ACCEPT, reject: REJECT };

/** A page with the inline head, its script deferred; `start` comes first in the body. */
export const headPage = (head, { gated, base }, start) =>
  page({
    head: `<script>${head}</script>
<script type="application/json" id="consentry-config">${JSON.stringify(CONFIG)}</script>
<script defer src="${base}consentry.js"></script>`,
    tags: marked(gated, "data-consent"),
    start,
  });

/** The folder that a site copies. */
export function distFiles() {
  const files = {};
  for (const folder of ["", "locales/", "services/", "signals/"]) {
    for (const name of readdirSync(dist + folder)) {
      if (name.endsWith(".js")) files[folder + name] = readFileSync(dist + folder + name, "utf8");
    }
  }
  return files;
}

/** Runs a command of the package on the configuration, and gives the files that it wrote. */
export async function generate(command, ...args) {
  const folder = mkdtempSync(join(tmpdir(), "consentry-bench-"));
  const config = join(folder, "consent.json");
  writeFileSync(config, JSON.stringify(CONFIG));
  const out = join(folder, "out.js");
  await run(process.execPath, [
    join(dist, "node/cli.js"),
    ...[command, "--config", config, "--out", out, ...args],
  ]);
  const made = readdirSync(folder).filter((name) => name.startsWith("out"));
  return Object.fromEntries(made.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
