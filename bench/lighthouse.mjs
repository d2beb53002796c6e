// Lighthouse on an example page with and without the library: `npm run lighthouse [-- --write]`.
// No score may be lost; exits with 1 where one is.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { installed } from "../scripts/packages.mjs";
import { openBrowser } from "./lib/browser.mjs";
import { serve } from "./lib/serve.mjs";
import { summary } from "./lib/stats.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const RESULTS = new URL("results.json", import.meta.url);
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const METRICS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"];
const RUNS = 3;
const PORT = 9333;

/** The example page; without the library, its two script tags are gone and all else is as it was. */
function answer(path) {
  const [, way, file] = /^\/(with|without)\/(.*)$/.exec(path) ?? [];
  if (path == "/robots.txt") return "User-agent: *\nAllow: /\n";
  if (!way) return undefined;
  const source = root + file;
  if (source.includes("..") || !existsSync(source) || !statSync(source).isFile()) return undefined;
  const text = readFileSync(source, "utf8");
  if (!file.endsWith(".html")) return text;
  // The panel that shows the demo's requests needs the demo's own server.
  const page = text.replace(/<(script|link)[^>]*"panel\.\w+"[^>]*>(<\/script>)?/g, "");
  return way == "with"
    ? page
    : page.replace(/<script defer src="[^"]*consent(ry)?\.js"><\/script>/g, "");
}

async function main() {
  installed("bench");
  const { default: lighthouse } = await import("lighthouse");
  const server = await serve(answer);
  const browser = await openBrowser(server, [`--remote-debugging-port=${PORT}`]);
  const scores = { without: {}, with: {} };
  const seen = { without: [], with: [] };
  for (let run = 0; run < RUNS; run++) {
    for (const way of Object.keys(scores)) {
      const { lhr } = await lighthouse(`${server.site}/${way}/examples/index.html`, {
        port: PORT,
        logLevel: "error",
        throttlingMethod: "devtools",
        onlyCategories: CATEGORIES,
      });
      seen[way].push(CATEGORIES.map((id) => Math.round((lhr.categories[id].score ?? 0) * 100)));
      const times = METRICS.map((id) => `${id} ${lhr.audits[id].displayValue}`);
      console.log(way, seen[way].at(-1).join(" "), times.join(", "));
    }
  }
  for (const way of Object.keys(scores)) {
    CATEGORIES.forEach((id, index) => {
      scores[way][id] = summary(seen[way].map((row) => row[index])).median;
    });
  }
  console.table(scores);
  if (process.argv.includes("--write")) {
    const results = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : {};
    writeFileSync(RESULTS, `${JSON.stringify({ ...results, lighthouse: scores }, null, 2)}\n`);
  }
  for (const id of CATEGORIES) {
    const lost = scores.without[id] - scores.with[id];
    if (lost <= 0) continue;
    console.error(`${id}: ${lost} lost (${scores.without[id]} without, ${scores.with[id]} with)`);
    process.exitCode = 1;
  }
  await browser.close();
  server.close();
}

await main();
