import { expect, it } from "vitest";
import { checkServices } from "../../src/entries/testing.ts";
import { googleAnalytics } from "../../src/catalogue/services/google-analytics.ts";
import { hotjar } from "../../src/catalogue/services/hotjar.ts";
import { SITE } from "../pages/server.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { kitOverLog } from "../util/kitOverLog.ts";
import { googleSnippet, hotjarSnippet } from "../util/snippets.ts";
import { inOneEngine } from "../util/visit.ts";

const url = `${SITE}/`;
const library = inline({ ...BASIC, services: { "google-analytics": {}, hotjar: {} } });
const site = { ...BASIC, services: [googleAnalytics(), hotjar()] };

await inOneEngine("the matrix of services", (_open, network, engine) => {
  const open = async () => {
    const tab = await engine.open();
    return tab.page ?? kitOverLog(tab, network.log);
  };
  const route = (body: string): void =>
    network.route(url, { body, headers: { "content-type": "text/html" } });

  it("sees each service silent, called, silent and called again", async () => {
    route(html({ library, body: googleSnippet("google-analytics") + hotjarSnippet("hotjar") }));
    const rows = await checkServices({ site, url, open, quiet: 250 });
    expect(rows.map(({ service }) => service)).toEqual(["google-analytics", "hotjar"]);
    for (const row of rows) {
      expect(row).toMatchObject({ undecided: 0, rejected: 0, withdrawn: 0 });
      expect(row.accepted, row.service).toBeGreaterThan(0);
      expect(row.granted, row.service).toBeGreaterThan(0);
    }
  });

  it("lists all that does not keep to the choice, with the step and what was seen", async () => {
    const film = (id: string) => ({
      id,
      name: id,
      category: "marketing",
      hosts: [`${id}.test`],
      storage: [],
    });
    const services = [...site.services, film("film"), film("map")];
    const wide = { ...BASIC, services };
    // One is not held back at all, one under another's name, so that its own switch does nothing.
    // What it leaves is written again and again, so that no clean-up gets rid of it.
    const again = "if (window.hj) document.cookie = '_hjSessionUser_123456=again'";
    const body = `${hotjarSnippet("performance")}<script>setInterval(() => { ${again} }, 20)</script>`;
    const declared = inline({
      ...BASIC,
      services: services.map((service) => ({ ...service, load: undefined })),
    });
    route(html({ library: declared, head: googleSnippet(), body }));
    const { message } = (await checkServices({
      site: wide,
      url,
      open,
      services: ["hotjar", "film", "map"],
      optional: ["map"],
      quiet: 250,
      patience: 2000,
    }).catch((caught: unknown) => caught)) as Error;
    const [first, ...lines] = message.split("\n");
    expect(first).toBe(`What ${url} does is not what was chosen:`);
    const has = (start: string): boolean => lines.some((line) => line.startsWith(`  ${start}`));
    for (const step of ["undecided", "rejected"]) {
      expect(
        has(`google-analytics, ${step}: requested GET https://www.googletagmanager.com/gtag/js (`),
      ).toBe(true);
      expect(has(`google-analytics, ${step}: stored cookie _ga (`)).toBe(true);
    }
    const hotjarScript = "GET https://static.hotjar.com/c/hotjar-123456.js";
    expect(has(`hotjar, withdrawn: requested ${hotjarScript}`)).toBe(true);
    expect(has("hotjar, withdrawn: still stored cookie _hjSessionUser_123456 (")).toBe(true);
    expect(lines).toContain(
      "  film, accepted: nothing was requested from film.test. Where this page has none, name it in `optional`",
    );
    expect(message).not.toMatch(/^ {2}map,|hotjar, (?:undecided|rejected|accepted|granted):/m);
  });

  it("checks nothing that the site does not ask for", async () => {
    // @ts-expect-error the site has no such service
    const check = checkServices({ site, url, open, services: ["youtube"] });
    await expect(check).rejects.toThrow("The site asks for no youtube");
  });
});
