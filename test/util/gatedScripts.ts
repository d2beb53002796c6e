import type { Answer } from "../pages/answer.ts";
import type { TestNetwork } from "../pages/server.ts";

/** A vendor's host of the tests. */
export const CDN = "https://cdn.vendor.test";

/** Code that leaves a name when it runs. */
export const leaves = (name: string): string => `seen.ran.push("${name}")`;

/** A gated script as a page carries it. */
export const gated = (ids: string, attributes = "", code = ""): string =>
  `<script type="text/plain" data-consent="${ids}" ${attributes}>${code}</script>`;

/** Puts a script on the vendor's host that leaves its name when it runs; gives its address. */
export function serveScript(
  network: TestNetwork,
  name: string,
  more: Partial<Answer> = {},
): string {
  const address = `${CDN}/${name}.js`;
  network.route(address, {
    body: leaves(name),
    headers: { "content-type": "text/javascript", "access-control-allow-origin": "*" },
    ...more,
  });
  return address;
}
