import { startNetwork, type TestNetwork } from "../pages/server.ts";
import type { Engine } from "./tab.ts";
import { viaPlaywright } from "./viaPlaywright.ts";
import { viaWebDriver } from "./viaWebDriver.ts";

/** The network and the browsers that look at it. */
export interface World {
  network: TestNetwork;
  engines: readonly Engine[];
}

let world: Promise<World> | undefined;

/**
 * Starts the network and every engine that is installed, once for the process; they end with it.
 * `CONSENTRY_ENGINES=firefox,webkit` narrows the choice.
 */
export function openWorld(): Promise<World> {
  return (world ??= start());
}

async function start(): Promise<World> {
  const network = await startNetwork();
  const wanted = (process.env["CONSENTRY_ENGINES"] ?? "chromium,firefox,webkit").split(",");
  const openers: Record<Engine["name"], () => Promise<Engine | undefined>> = {
    chromium: () => viaPlaywright("chromium", network.proxy),
    firefox: () => viaPlaywright("firefox", network.proxy),
    webkit: async () =>
      (await viaWebDriver(network.proxy)) ?? (await viaPlaywright("webkit", network.proxy)),
  };
  const engines: Engine[] = [];
  for (const name of ["chromium", "firefox", "webkit"] as const) {
    const engine = wanted.includes(name) ? await openers[name]() : undefined;
    if (engine) engines.push(engine);
  }
  if (!engines.length) throw new Error("no browser: run `node scripts/browsers.mjs`");
  return { network, engines };
}
