import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { command, fileOf, type Ended } from "./command.ts";
import { BASIC } from "./html.ts";

/** The site that is bundled. */
export const SITE_CONFIG: Readonly<Record<string, unknown>> = {
  ...BASIC,
  services: {
    "google-analytics": { id: "G-TEST123" },
    hotjar: { id: 123456 },
    "microsoft-uet": { id: 1234567 },
  },
};

const made = new Map<string, Promise<Ended & { file: string }>>();
/** Bundles once for all engines. */
export function bundled(...more: string[]): Promise<Ended & { file: string }> {
  const key = more.join(" ");
  if (!made.has(key)) {
    const config = fileOf(SITE_CONFIG);
    const file = join(dirname(config), "consentry.site.js");
    made.set(
      key,
      command(["bundle", "--config", config, "--out", file, ...more]).then((ended) => ({
        ...ended,
        file,
      })),
    );
  }
  return made.get(key)!;
}

/** Puts the bundled files on the site. */
export async function serveBundle(network: TestNetwork, ...more: string[]): Promise<void> {
  const { code, file } = await bundled(...more);
  expect(code).toBe(0);
  for (const name of ["consentry.site.js", "consentry.site.ask.js", "consentry.site.check.js"]) {
    if (name.includes("ask") && !more.includes("--split")) continue;
    network.route(`${SITE}/js/${name}`, {
      body: readFileSync(join(dirname(file), name)),
      headers: { "content-type": "text/javascript" },
    });
  }
}
