// Shows that `npm test` is green alone and beside other work: `node scripts/prove.mjs [--alone 3] [--beside 2] [--loops 4]`.
// Prints the time and the last line of each run, and exits with 1 where one was red. Times per file: .tmp/times.md.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";

const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const loops = option("loops", 4);

function run(name, busy) {
  const others = Array.from({ length: busy }, () =>
    spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }),
  );
  const file = `.tmp/prove-${name}.log`;
  const out = openSync(file, "w");
  const began = Date.now();
  const { status } = spawnSync("npm", ["test"], { stdio: ["ignore", out, out] });
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  for (const other of others) other.kill();
  const said = readFileSync(file, "utf8")
    .match(/^\d+ passed, \d+ failed$/gm)
    ?.at(-1);
  const load = loadavg()[1].toFixed(1);
  console.log(
    `${name}: ${status ? "RED" : "green"} in ${minutes} min, load ${load}; ${said} (${file})`,
  );
  if (status) process.exitCode = 1;
}

mkdirSync(".tmp", { recursive: true });
for (let round = 1; round <= option("alone", 3); round++) run(`alone-${round}`, 0);
for (let round = 1; round <= option("beside", 2); round++) run(`beside-${round}`, loops);
