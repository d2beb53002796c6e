// How many pages a second `consentry audit` reads, and whether memory stays flat: makes a folder of pages like those
// of a shop (about 12 kB each), reads a fifth and then all of it, each in a process of its own.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const COUNT = Number(process.argv[2] ?? 5000);

function page(number) {
  const rows = Array.from(
    { length: 60 },
    (_, row) =>
      `<li class="product"><a href="/p/${number}-${row}.html"><img src="/img/${row}.jpg" srcset="/img/${row}@2x.jpg 2x" alt="Product ${row}" width="240" height="240"><span class="name">Product ${row} of page ${number}</span><span class="price">€ ${row},95</span></a></li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page ${number}</title>
<link rel="stylesheet" href="/shop.css"><script defer src="/consentry/consentry.js"></script>
<script type="text/plain" data-consent="hotjar">/* held */</script>
<script>document.documentElement.classList.add("js");</script></head><body><main><ul>
${rows.join("\n")}
</ul></main><iframe data-consent="youtube" data-src="https://www.youtube-nocookie.com/embed/${number}"></iframe></body></html>`;
}

/** Seconds and the highest resident memory (MB) of one audit. */
function measure(folder) {
  const code = `
    const began = performance.now();
    process.argv.splice(1, 99, "consentry", "audit", ${JSON.stringify(folder)}, "--format", "json");
    const write = process.stdout.write; process.stdout.write = () => true;
    await import(${JSON.stringify(new URL("../dist/node/cli.js", import.meta.url).href)});
    process.stdout.write = write;
    console.log(JSON.stringify({ s: (performance.now() - began) / 1000, cpu: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6, mb: process.resourceUsage().maxRSS / 1024 }));`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", code]).toString());
}

const root = mkdtempSync(join(tmpdir(), "consentry-speed-"));
try {
  const [few, all] = [join(root, "few"), join(root, "all")];
  for (const [folder, count] of [
    [few, COUNT / 5],
    [all, COUNT],
  ]) {
    for (let number = 0; number < count; number++) {
      const below = join(folder, String(number % 50));
      if (number < 50) mkdirSync(below, { recursive: true });
      writeFileSync(join(below, `${number}.html`), page(number));
    }
  }
  const [small, large] = [measure(few), measure(all)];
  const rate = (unit) => Math.round((COUNT - COUNT / 5) / (large[unit] - small[unit]));
  console.log(
    `${COUNT} pages in ${large.s.toFixed(1)} s: ${rate("s")} a second, ${rate("cpu")} a second of processor time, start-up apart`,
  );
  console.log(`memory: ${Math.round(small.mb)} MB for a fifth, ${Math.round(large.mb)} MB for all`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
