// The stored choices here are made by the tools themselves, run in the browser from their packages.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { installed } from "../../scripts/packages.mjs";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

interface Peer {
  /** Folder of the package that is served, with all its files, under `/peer/`. */
  folder: string;
  /** Loads and starts the tool. */
  tag: string;
  /** What the visitor does there: analytics yes, advertising no. Code that runs in the page. */
  choose: string;
  /** True once the tool is there. */
  ready: string;
  map: Record<string, string>;
  markup: string;
  runs: string[];
}

const runs = (name: string): string => `seen.ran.push('${name}')`;
const PEERS: Record<string, Peer> = {
  "vanilla-cookieconsent": {
    folder: "vanilla-cookieconsent/dist",
    tag: `<script src="/peer/cookieconsent.umd.js"></script><script>
      const words = { title: "Cookies", description: "Cookies?", acceptAllBtn: "Yes", acceptNecessaryBtn: "No" };
      CookieConsent.run({
        hideFromBots: false,
        categories: {
          necessary: { readOnly: true, enabled: true },
          analytics: { services: { GA: { label: "GA" }, Heat: { label: "Heat" } } },
          ads: {},
        },
        language: { default: "en", translations: { en: {
          consentModal: words,
          preferencesModal: { ...words, savePreferencesBtn: "Save", sections: [] },
        } } },
      });</script>`,
    ready: `typeof CookieConsent == "object"`,
    choose: `CookieConsent.acceptCategory(["analytics"]); CookieConsent.acceptService(["GA"], "analytics")`,
    map: {
      analytics: "performance",
      ads: "marketing",
      "analytics/GA": "ga",
      "analytics/Heat": "heat",
    },
    markup: `
      <script type="text/plain" data-category="analytics">${runs("stats")}</script>
      <script type="text/plain" data-category="analytics" data-service="GA">${runs("ga")}</script>
      <script type="text/plain" data-category="analytics" data-service="Heat">${runs("heat")}</script>
      <script type="text/plain" data-category="ads">${runs("ads")}</script>
      <script type="text/plain" data-category="!ads">${runs("no ads")}</script>`,
    runs: ["stats", "ga", "no ads"],
  },
  klaro: {
    folder: "klaro/dist",
    tag: `<script>var klaroConfig = { services: [
        { name: "ga", purposes: ["analytics"] }, { name: "ads", purposes: ["advertising"] } ] };</script>
      <script src="/peer/klaro.js"></script>`,
    ready: `typeof klaro == "object"`,
    choose: `const manager = klaro.getManager(); manager.updateConsent("ga", true);
      manager.updateConsent("ads", false); manager.saveAndApplyConsents()`,
    map: { ga: "ga", ads: "marketing" },
    markup: `
      <script type="text/plain" data-type="application/javascript" data-name="ga">${runs("ga")}</script>
      <script type="text/plain" data-type="application/javascript" data-name="ads">${runs("ads")}</script>`,
    runs: ["ga"],
  },
  tarteaucitron: {
    folder: "tarteaucitronjs",
    tag: `<script src="/peer/tarteaucitron.js"></script><script>
      tarteaucitron.init({ cookieName: "tarteaucitron", highPrivacy: true, orientation: "bottom" });
      (tarteaucitron.job = tarteaucitron.job || []).push("youtube", "vimeo");</script>`,
    ready: `/!vimeo=wait/.test(document.cookie) && !!document.getElementById("vimeoAllowed")`,
    choose: `tarteaucitron.setConsent("youtube", true); tarteaucitron.setConsent("vimeo", false)`,
    map: { youtube: "performance", vimeo: "marketing" },
    markup: `
      <script type="text/plain" data-consent="performance">${runs("stats")}</script>
      <script type="text/plain" data-consent="marketing">${runs("ads")}</script>`,
    runs: ["stats"],
  },
};

const service = (id: string): object => ({ id, name: id, category: "performance", storage: [] });

/** Serves a package's files as a site would that has copied them. */
function serve(network: TestNetwork, folder: string): void {
  const from = join(installed("test/packages/peers"), folder);
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const type = /\.(js|css)$/.exec(path)?.[1];
    if (!entry.isFile() || !type) continue;
    const url = `${SITE}/peer/${path.slice(from.length + 1).replaceAll("\\", "/")}`;
    const mime = type == "js" ? "text/javascript" : "text/css";
    network.route(url, { body: readFileSync(path), headers: { "content-type": mime } });
  }
}

await inOneEngine("a visitor of a site that replaces its consent tool", (open, network) => {
  it.each(Object.entries(PEERS))(
    "%s: is asked where nothing was chosen there, and otherwise keeps the choice and the markup",
    async (id, peer) => {
      serve(network, peer.folder);
      const services =
        id == "klaro"
          ? [service("ga")]
          : id.startsWith("v")
            ? [service("ga"), service("heat")]
            : [];
      const library = inline({ ...BASIC, services, migrate: { [id]: { map: peer.map } } });
      const after = `${SITE}/after`;
      network.route(after, html({ library, body: peer.markup }));

      const page = await open({ library: peer.tag });
      const isReady = () =>
        page.evaluate((code) => {
          const script = document.createElement("script");
          script.text = `window.peerReady = ${code}`;
          document.head.append(script);
          return (window as unknown as { peerReady: boolean }).peerReady;
        }, peer.ready);
      await expect.poll(isReady).toBe(true);
      await page.goto(after);
      await expect.poll(page.view).toBe("banner");
      expect(await page.ran()).toEqual([]);
      expect(await page.choice()).toBeNull();

      await page.goto(`${SITE}/`);
      await expect.poll(isReady).toBe(true);
      await page.evaluate((code) => {
        const script = document.createElement("script");
        script.text = code;
        document.head.append(script);
      }, peer.choose);
      await page.settle();
      await page.goto(after);
      await expect.poll(page.ran).toEqual(peer.runs);
      await page.settle();
      expect(await page.ran()).toEqual(peer.runs);
      expect(await page.view()).not.toBe("banner");
      const state = await page.evaluate(() => Consentry.current!.state);
      expect(state).toMatchObject({
        status: "decided",
        source: "import",
        categories: { performance: true, marketing: false },
      });
      expect(await page.errors()).toEqual([]);
    },
  );
});
