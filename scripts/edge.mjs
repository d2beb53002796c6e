// Runs what a server without files asks of the package in the run-times of such hosts: `npm run edge`. Each has to say of every
// visitor what Node.js says. Cloudflare's own `workerd`, Vercel's edge runtime, and Deno, which reads the package as it is.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleWorker } from "../test/edge/bundleWorker.ts";
import { VISITORS } from "../test/edge/visitors.ts";
import { ask } from "../test/edge/worker.mjs";
import { installed } from "./packages.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const modules = installed("test/packages/edge");
const require = createRequire(join(modules, "index.js"));
const take = (name) => import(pathToFileURL(require.resolve(name)).href);

/** In each run-time, what it says of a cookie. */
const HOSTS = {
  async workerd() {
    const { Miniflare } = await take("miniflare");
    const { code } = await bundleWorker(["workerd", "worker", "browser"], "esm");
    const host = new Miniflare({ modules: true, script: code, compatibilityDate: "2026-01-01" });
    return {
      ask: async (cookie) =>
        (
          await host.dispatchFetch("https://shop.test/", { headers: { "x-cookie": cookie } })
        ).json(),
      stop: () => host.dispose(),
    };
  },
  async "edge-light"() {
    const { EdgeVM } = await take("@edge-runtime/vm");
    const { code } = await bundleWorker(["edge-light", "worker"], "iife");
    const host = new EdgeVM();
    host.evaluate(code);
    return {
      ask: async (cookie) =>
        JSON.parse(
          await host.evaluate(`worker.ask(${JSON.stringify(cookie)}).then(JSON.stringify)`),
        ),
      stop() {},
    };
  },
  deno() {
    const folder = join(root, ".tmp/edge");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, "node_modules"), { recursive: true });
    for (const file of ["worker.mjs", "options.json"])
      cpSync(join(root, "test/edge", file), join(folder, file));
    symlinkSync(root, join(folder, "node_modules/consentry"), "junction");
    writeFileSync(join(folder, "package.json"), '{ "dependencies": { "consentry": "*" } }');
    writeFileSync(
      join(folder, "say.mjs"),
      'import { ask } from "./worker.mjs";\nconsole.log(JSON.stringify(await ask(Deno.args[0])));\n',
    );
    const bin = join(modules, ".bin", "deno");
    const run = ["run", "--no-remote", "--node-modules-dir=manual", "--allow-read", "say.mjs"];
    return {
      ask: (cookie) => JSON.parse(execFileSync(bin, [...run, cookie], { cwd: folder })),
      stop() {},
    };
  },
};

for (const [name, start] of Object.entries(HOSTS)) {
  const host = await start();
  try {
    for (const [who, cookie, permitted] of VISITORS) {
      const told = await host.ask(cookie);
      assert.deepEqual(told.guard, permitted, `${name}: ${who}`);
      assert.deepEqual(told, await ask(cookie), `${name}: ${who}`);
    }
    console.log(`✓ ${name}: ${VISITORS.length} visitors`);
  } finally {
    await host.stop();
  }
}
