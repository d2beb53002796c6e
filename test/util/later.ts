import { SITE, type TestNetwork } from "../pages/server.ts";
import type { Tab } from "./tab.ts";

/**
 * Asks for a file of the site that takes as long as others that are on their way, and waits until it has come:
 * what was asked for before it has come as well, and had its turn.
 *
 * @param delay milliseconds that the others take
 */
export async function later(network: TestNetwork, tab: Tab, delay: number): Promise<void> {
  const url = `${SITE}/later.txt`;
  network.route(url, { body: "later", delay });
  await tab.evaluate(async (address) => {
    await (await fetch(address, { cache: "no-store" })).text();
    for (let frame = 0; frame < 2; frame++)
      await new Promise((done) => requestAnimationFrame(done));
  }, url);
}
