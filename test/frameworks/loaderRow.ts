import { expect } from "vitest";
import type { Row } from "./row.ts";

/** The script that the framework's own loader is to fetch. */
const SCRIPT = "https://stats.vendor.test/player.js";

export const LOADER_ROW: Row = {
  title:
    "the framework's own loader of scripts waits for consent, and fetches nothing once it is withdrawn",
  needs: "loader",
  async run({ app, network, visit }) {
    const { from, to } = app.loader!;
    network.route(SCRIPT, { body: "", headers: { "content-type": "text/javascript" } });
    const shop = await visit(from[0]);
    const scripts = (): number =>
      shop.outside().filter(({ host, path }) => `https://${host}${path}` == SCRIPT).length;
    const switchOn = async (open: string, category: string): Promise<void> => {
      await shop.click(open);
      await expect.poll(shop.view).toBe("preferences");
      await shop.click(`[data-consentry-id="${category}"]`);
      await shop.choose("save");
    };
    await expect.poll(shop.view).toBe("banner");
    await shop.follow(...to);
    await shop.settle();
    expect(shop.outside()).toEqual([]);
    // Another category than that of the script.
    await switchOn('[data-consentry-action="open-preferences"]', "performance");
    await expect.poll(shop.hits).toHaveLength(1);
    await shop.follow(...from);
    await shop.follow(...to);
    await shop.settle();
    expect(scripts()).toBe(0);
    await switchOn("[data-consent-open]", "marketing");
    await expect.poll(scripts).toBe(1);
    await shop.follow(...from);
    await shop.follow(...to);
    await shop.settle();
    expect([scripts(), shop.documents()]).toEqual([1, 1]);
    await shop.click("[data-consent-open]");
    await expect.poll(shop.view).toBe("preferences");
    await shop.choose("withdraw-all");
    // What ran cannot be silenced: the page loads anew, and its loader waits again.
    await expect.poll(shop.documents).toBe(2);
    await expect.poll(shop.heading).toBe(to[1]);
    await shop.follow(...from);
    await shop.follow(...to);
    await shop.settle();
    expect([scripts(), shop.tags(), shop.said()]).toEqual([1, 1, []]);
  },
};
