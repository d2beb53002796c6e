import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../pages/files.ts";
import { SITE, type TestNetwork } from "../pages/server.ts";

/** Keeps one file of `dist/` on its way; gives the call that lets it come. */
export function heldFile(network: TestNetwork, file: string): () => void {
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  network.route(`${SITE}/dist/${file}`, async () => {
    await released;
    return {
      body: readFileSync(join(root, "dist", file)),
      headers: { "content-type": "text/javascript" },
    };
  });
  return release;
}
