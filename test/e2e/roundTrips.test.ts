import { expect, it } from "vitest";
import { heldFile } from "../util/heldFile.ts";
import { BASIC, inline } from "../util/html.ts";
import { inEveryEngine } from "../util/visit.ts";

/** Fetched when the browser is idle, and not for the banner or a service. */
const IDLE = "consentry.decisions-proof.js";
const SERVICES = { "google-analytics": { id: "G-TEST123" }, "microsoft-uet": { id: "12345678" } };
/** As many as a browser fetches at once from one host by HTTP/1.1. */
const THIRD = [
  "consentry.banner.js",
  "consentry.prepare.js",
  "services/google-analytics.js",
  "services/microsoft-uet.js",
  "signals/google-consent-mode.js",
  "signals/microsoft-uet.js",
];

await inEveryEngine("a first visit with services of the catalogue, by the tag", (open, network) => {
  it("takes three round trips: the page, the tag, and everything that its services and the banner need", async () => {
    const fetched = (): string[] => [
      ...new Set(
        network.log
          .entries()
          .flatMap(({ path }) => (path.startsWith("/dist/") ? [path.slice(6)] : []))
          .filter((path) => path != IDLE),
      ),
    ];
    const tag = heldFile(network, "consentry.js");
    const third = THIRD.map((file) => heldFile(network, file));
    const opening = open({
      library: inline({ ...BASIC, services: SERVICES }),
    });
    await expect.poll(fetched).toEqual(["consentry.js"]);
    tag();
    // None of them has come, so that none is asked for by another.
    await expect.poll(() => fetched().toSorted()).toEqual(["consentry.js", ...THIRD].toSorted());
    for (const come of third) come();
    const page = await opening;
    await expect.poll(page.view).toBe("banner");
    const defaults = (): Promise<unknown> =>
      page.evaluate(() => [Reflect.has(window, "dataLayer"), Reflect.has(window, "uetq")]);
    await expect.poll(defaults).toEqual([true, true]);
    await page.settle();
    expect(fetched().toSorted()).toEqual(["consentry.js", ...THIRD].toSorted());
    expect(await page.errors()).toEqual([]);
  });
});
