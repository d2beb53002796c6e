import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../pages/files.ts";
import { SITE, type TestNetwork } from "../pages/server.ts";

/** Takes one file of `dist/` off the site's server; gives the undo. */
export function missingFile(network: TestNetwork, file: string): () => void {
  let gone = true;
  network.route(`${SITE}/dist/${file}`, () =>
    gone
      ? { status: 404, headers: { "content-type": "text/plain" }, body: "Not found" }
      : {
          body: readFileSync(join(root, "dist", file)),
          headers: { "content-type": "text/javascript" },
        },
  );
  return () => {
    gone = false;
  };
}
