// What the leak monitor costs a visitor: milliseconds of script for 100 requests, on a processor four times slower. Each
// round opens the page twice without the monitor, once with an observer that does nothing, and twice with the monitor:
// `npm run monitor:cost [rounds]`.
import { readFileSync } from "node:fs";
import http from "node:http";
import playwright from "playwright";
import { summary } from "../bench/lib/stats.mjs";
import { launchOptions } from "./browsers.mjs";

const ROUNDS = Number(process.argv[2] ?? 9);
const REQUESTS = 100;
const SLOWER = 4;
/** Answers come one after the other, as on a real page, and not all in one turn. */
const APART_MS = 5;
/** The monitor looks once a second: after this it has seen the last of them. */
const SEEN_MS = 2200;

const monitor = readFileSync(new URL("../dist/consentry.monitor.js", import.meta.url), "utf8");
const watched = readFileSync(new URL("../examples/leak/monitor.json", import.meta.url), "utf8");
/** 29 more services, so that there is something to judge by. */
const services = [
  ...JSON.parse(watched),
  ...Array.from({ length: 29 }, (_, index) => ({
    id: `vendor-${index}`,
    name: `Vendor ${index}`,
    hosts: [`cdn.vendor-${index}.test`, `*.pixel-${index}.test`],
    keys: [`_v${index}`, `_v${index}_*`],
  })),
];

/** The page; `permits` says whether what it asks for is permitted. Its address is none of the owner's, so no panel is drawn. */
const page = (permits, more = "") => `<!doctype html><title>x</title>
<script>document.cookie = "session=1"; localStorage.setItem("cart", "[]"); window.Consentry = [];</script>
${more}
${permits == null ? "" : '<script src="/monitor.js" data-services="/monitor.json" data-own="shop.test"></script>'}
<body><script>
for (const start of window.Consentry) start({ permits: () => ${permits} });
window.go = () => Promise.all(Array.from({ length: ${REQUESTS} }, (_, index) => new Promise((done) => {
  const image = new Image();
  image.onload = image.onerror = done;
  image.src = "http://a.pixel-" + (index % 10) + ".test:" + location.port + "/p.gif?" + index;
  document.body.append(image);
})));
</script>`;
/** The least that anything costs which hears of each request: it reads the address and does nothing. */
const BARE = `<script>new PerformanceObserver((list) => {
  for (const { name } of list.getEntries()) globalThis.last = name;
}).observe({ type: "resource", buffered: true });</script>`;
const PAGES = {
  without: page(null),
  again: page(null),
  bare: page(null, BARE),
  permitted: page(true),
  leaking: page(false),
};

const server = http.createServer((request, response) => {
  const { pathname, search } = new URL(request.url, "http://x");
  const answer = (type, body) => response.writeHead(200, { "content-type": type }).end(body);
  if (pathname == "/monitor.js") answer("text/javascript", monitor);
  else if (pathname == "/monitor.json") answer("application/json", JSON.stringify(services));
  else if (pathname == "/p.gif")
    setTimeout(() => answer("image/gif", ""), Number(search.slice(1)) * APART_MS);
  else answer("text/html", PAGES[pathname.slice(1)] ?? "");
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const launch = await launchOptions("chromium");
const browser = await playwright.chromium.launch({
  ...launch,
  args: [...(launch.args ?? []), "--host-resolver-rules=MAP *.test 127.0.0.1"],
});

/** Milliseconds of script while the requests are made and answered. */
async function cost(name) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  // The time of the thread, so that what else the machine does is not counted.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const { port } = server.address();
  const isWatched = name == "permitted" || name == "leaking";
  const listed = isWatched && tab.waitForResponse(/monitor\.json/);
  await tab.goto(`http://www.shop.test:${port}/${name}`);
  if (listed) await (await listed).finished();
  const script = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find((one) => one.name == "ScriptDuration").value * 1000;
  };
  const turn = () => tab.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  // The monitor has begun.
  await tab.waitForTimeout(SEEN_MS);
  await turn();
  const before = await script();
  await tab.evaluate(() => globalThis.go());
  await tab.waitForTimeout(SEEN_MS);
  await turn();
  const after = await script();
  await context.close();
  return after - before;
}

const found = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
await cost("leaking"); // The first page of a browser is slower than all that follow.
for (let round = 0; round < ROUNDS; round += 1) {
  for (const name of Object.keys(PAGES)) found[name].push(await cost(name));
}
await browser.close();
server.close();
const { median: floor } = summary([...found.without, ...found.again]);
for (const [name, values] of Object.entries(found)) {
  const { median, q1, q3 } = summary(values);
  const added = Math.round((median - floor) * 100) / 100;
  console.log(`${name.padEnd(10)} ${median} ms (${q1}–${q3}), ${added} ms more than without`);
}
