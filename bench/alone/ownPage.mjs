import { openTab, openVisitor } from "../lib/browser.mjs";
import { CONFIG } from "../contestants/oursParts.mjs";
import { oursTag } from "../contestants/oursTag.mjs";

/** Opens a page of the library with another configuration and a fresh visitor; `close` ends both. */
export async function openOwnPage({ browser, world }, config = {}) {
  const path = `/alone-${world.extra.size}/`;
  const html = oursTag.html({
    gated: [],
    base: "/consentry-tag/",
    config: { ...CONFIG, ...config },
  });
  world.extra.set(path, html);
  return openAt({ browser, world }, path, oursTag.accept);
}

/** Opens any page of the bench with a fresh visitor. */
export async function openAt({ browser, world }, path, accept) {
  const visitor = await openVisitor(browser);
  const tab = await openTab(visitor, world.site + path, { watch: { accept, expected: 0 } });
  if (accept) await tab.told("visible");
  return { ...tab, close: () => visitor.close() };
}
