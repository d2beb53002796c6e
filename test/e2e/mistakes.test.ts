import { expect, it } from "vitest";
import { policyHead } from "../../src/build/policy/policyHead.ts";
import type { TestNetwork } from "../pages/server.ts";
import { SITE } from "../pages/server.ts";
import { BASIC, html, inline, PLAIN, type PageParts } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

/** Keeps what the console and the page's listeners are told, from the first script on. */
const LISTEN = `<script>
  window.told = { console: [], events: [] };
  const warn = console.warn;
  console.warn = (...words) => { told.console.push(words.join(" ")); warn(...words); };
  document.addEventListener("consentry:problem", ({ detail }) => told.events.push(detail));
</script>`;
interface Told {
  told: { console: string[]; events: { code: string; at: string; message: string }[] };
}

const marked = (ids: string, more: string, text = "1"): string =>
  `<script data-consent="${ids}" ${more}>${text}</script>`;
const gated = (more: string, text: string): string =>
  marked("marketing", `type="text/plain" ${more}`, text);
/** Inputs that take the place of the form's own methods. */
const CLOBBERED = ["closest", "getRootNode", "matches", "getAttribute", "localName"]
  .map((name) => `<input name="${name}">`)
  .join("");

/** Each mistake of a mark once or more, and beside it what is right. */
const MARKS = [
  marked("marketing", "", "/* no type */"),
  marked("marketing", 'type="text/javascript" src="/plain.js"'),
  marked("marketing", 'type="opt-in"', "/* opt-in */"),
  marked("", 'type="text/plain"', "/* empty */"),
  '<div data-consent="marketing"><script type="text/plain">1</script></div>',
  `<form data-consent="marketing">${CLOBBERED}</form>`,
  `<div data-consent-ignore><form data-consent="stranger">${CLOBBERED}</form></div>`,
  marked("markting", 'type="text/plain"', "/* markting */"),
  ...Array<string>(3).fill(gated("", "/* equal */")),
  ...Array<string>(2).fill(gated('data-run="each"', "/* each */")),
  gated("", "/* alone */"),
  marked("marketing", 'type=" TEXT/PLAIN "', "/* case */"),
].join("");
const OF_MARKS = [
  "consent-empty /* empty */",
  "consent-without-effect <div> marketing",
  "consent-without-effect <form> marketing",
  "script-again /* equal */",
  "script-not-withheld /* no type */",
  "script-not-withheld /plain.js",
  "script-type-unknown opt-in: /* opt-in */",
  "unknown-id markting",
];

const LAST = marked("last", 'type="text/plain"', "/* last */");

const services = (map: object, more: object = {}): string =>
  inline({ ...BASIC, services: map, ...more });

await inOneEngine("a mistake is reported once, with its code, cause and fix:", (open, network) => {
  const told = (page: Visit): Promise<Told["told"]> =>
    page.evaluate(() => (window as unknown as Told).told);
  /** What was reported, sorted, each as often as it was; the console and the listeners agree. */
  const reports = async (page: Visit): Promise<string[]> => {
    const { console, events } = await told(page);
    expect(console).toEqual(events.map(({ code, message }) => `[consentry] ${code}: ${message}`));
    return events.map(({ code, at }) => `${code} ${at}`).sort();
  };
  const site = (parts: PageParts): Promise<Visit> =>
    open({ ...parts, head: LISTEN + (parts.head ?? "") });
  /** What is reported of a page once it was looked at from its end: by a mistake that stands there. */
  const reportsInAll = async (page: Visit): Promise<string[]> => {
    await expect.poll(() => page.evaluate(() => document.readyState)).toBe("complete");
    await page.evaluate((last) => document.body.insertAdjacentHTML("beforeend", last), LAST);
    await expect.poll(() => reports(page)).toContain("unknown-id last");
    await page.settle();
    return (await reports(page)).filter((one) => one != "unknown-id last");
  };
  const message = async (page: Visit, code: string): Promise<string> =>
    (await told(page)).events.find((one) => one.code == code)!.message;
  const withoutWords = (on: TestNetwork): void =>
    on.route(`${SITE}/dist/consentry.diagnostics.js`, { status: 404, body: "" });

  it("marks that cannot be what their author meant, also of what comes later", async () => {
    const page = await site({ body: MARKS });
    await expect.poll(() => reports(page)).toEqual(OF_MARKS);
    expect(await message(page, "unknown-id")).toContain("Did you mean “marketing”?");
    expect(await message(page, "script-not-withheld")).toContain('Write type="text/plain"');
    await page.evaluate(
      (later) => {
        document.body.insertAdjacentHTML("beforeend", later);
      },
      MARKS + marked("marketing", 'type="x"', "/* late */"),
    );
    await expect
      .poll(() => reports(page))
      .toEqual(
        [
          ...OF_MARKS,
          "script-again /* alone */",
          "script-again /* case */",
          "script-again /* markting */",
        ]
          .concat("script-type-unknown x: /* late */")
          .sort(),
      );
    // What is right runs.
    await page.choose("accept-all");
    await expect.poll(async () => (await page.choice())?.get("yes")).toContain("marketing");
    expect(await page.errors()).toEqual([]);
  });

  it("the same without the file that holds the sentences", async () => {
    withoutWords(network);
    const page = await site({ body: MARKS });
    await expect.poll(() => reports(page)).toEqual(OF_MARKS);
    expect(await message(page, "script-not-withheld")).toMatch(/^script not withheld: .+; serve/);
  });

  const MISSPELT = services(
    {
      hotjar: { siteId: 123 },
      matomo: { id: 7 },
      "google-analytics": { id: "G-ABCD1", catgory: "marketing" },
      plausible: {},
    },
    { signals: { "google-consent-mode": { datalayer: "shop" } } },
  );
  const OF_OPTIONS = [
    "option-missing services.matomo.url",
    "service-idle hotjar",
    "service-idle plausible",
    "unknown-option services.google-analytics.catgory",
    "unknown-option services.hotjar.siteId",
    "unknown-option signals.google-consent-mode.datalayer",
  ];

  it("options of services and signals that there are not, or that are missing", async () => {
    const page = await site({ library: MISSPELT });
    await expect.poll(() => reports(page)).toEqual(OF_OPTIONS);
    const said = (await told(page)).events.map((one) => one.message).join("\n");
    for (const name of ["id", "category", "dataLayer"]) {
      expect(said).toContain(`Did you mean “${name}”?`);
    }
    expect(said).toContain("services.matomo.url is missing");
  });

  it("the same without the file that holds the sentences, and for who comes back", async () => {
    withoutWords(network);
    const page = await site({ library: MISSPELT });
    // What parses says only that something is wrong.
    await expect.poll(() => reports(page)).toEqual(["internal options", ...OF_OPTIONS]);
    await page.choose("reject-all");
    await expect.poll(page.choice).not.toBeNull();
    await page.reload();
    await expect
      .poll(() => reports(page))
      .toEqual(OF_OPTIONS.filter((one) => !one.startsWith("service-idle")));
  });

  it("a service that nothing starts, and not one that markup or a tag manager may start", async () => {
    const own = { name: "Chat", category: "functional", storage: [] };
    // Each may be of a category that the site does not list.
    const uses = (map: object): string => inline({ ...PLAIN, services: map });
    const chat = uses({ hotjar: {}, youtube: {}, "google-analytics": {}, chat: own });
    const page = await site({ library: chat });
    await expect.poll(() => reports(page)).toEqual(["service-idle hotjar"]);
    // Where the site is made, also one of its own.
    network.route(`${SITE}/made`, {
      body: html({ head: LISTEN, library: chat }),
      headers: { "content-type": "text/html" },
    });
    const made = await open(`${SITE}/made#consentry-check`);
    await expect.poll(() => reports(made)).toEqual(["service-idle chat", "service-idle hotjar"]);
    const whole = [
      { library: uses({ hotjar: {}, plausible: { category: "marketing" } }), body: MARKS },
      { library: uses({ hotjar: {}, "google-tag-manager": { id: "GTM-ABCD1" } }) },
    ];
    whole[0]!.body = gated("", "1") + marked("hotjar", 'type="text/plain"', "2");
    for (const parts of whole) {
      const silent = await site(parts);
      expect(await reportsInAll(silent)).toEqual([]);
    }
  });

  it("another tool that asks, and a second copy of this one", async () => {
    const page = await site({
      head: "<script>window.Cookiebot = { consent: {} }</script>",
      // A name of an element is no tool's.
      body: '<p id="klaro"></p>',
    });
    await expect.poll(() => reports(page)).toEqual(["other-library Cookiebot"]);
    expect(await message(page, "other-library")).toContain("Keep one of the two");
    const moving = await site({
      head: "<script>window.Cookiebot = { consent: {} }</script>",
      library: inline({ ...BASIC, migrate: { cookiebot: {} } }),
    });
    await expect.poll(moving.view).toBe("banner");
    expect((await reportsInAll(moving)).filter((one) => one.startsWith("other"))).toEqual([]);

    const twice = await site({ library: inline() + inline() });
    await expect.poll(async () => (await told(twice)).console[0]).toContain("remove one tag");
    const copies = await site({});
    await expect.poll(copies.view).toBe("banner");
    await copies.evaluate(() => {
      const other = document.createElement("div");
      other.setAttribute("data-consentry", "");
      document.body.append(other);
    });
    await expect.poll(() => reports(copies)).toEqual(["other-library Consentry"]);
    // What a stranger copies where strangers write draws nothing, and a policy of ours in the head is no banner.
    const written = await site({
      head: policyHead("base-uri 'self', form-action 'self'", "/none.js", "consentry"),
      body: '<div data-consent-ignore><div data-consentry hidden><template shadowrootmode="open"></template></div></div>',
    });
    expect(await reportsInAll(written)).toEqual([]);
  });

  it("a domain that no cookie takes, before anybody decides", async () => {
    const page = await site({ library: inline({ ...BASIC, domain: "example.org" }) });
    await expect.poll(() => reports(page)).toEqual(["domain-foreign example.org"]);
    expect(await message(page, "domain-foreign")).toContain("leave domain out");
    expect(await page.choice()).toBeNull();
    for (const domain of ["shop.test", ".shop.test", "www.shop.test"]) {
      const right = await site({ library: inline({ ...BASIC, domain }) });
      await expect.poll(right.view).toBe("banner");
      await right.choose("reject-all");
      await expect.poll(right.choice).not.toBeNull();
      expect(await reports(right)).toEqual([]);
    }
  });

  it("choices for ids that are not declared, which refuse nothing else", async () => {
    const frame = '<iframe data-consent="nosuch" data-src="https://nosuch.vendor.test/f"></iframe>';
    const page = await site({ body: frame });
    const actions = (): Promise<(string | null)[]> =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector("[data-consentry-placeholder]") ?? {};
        return [...(shadowRoot?.querySelectorAll("button") ?? [])].map((button) =>
          button.getAttribute("data-consentry-action"),
        );
      });
    // What is not declared nobody can allow for good.
    await expect.poll(actions).toEqual(["load-once"]);
    await page.choose("load-once");
    await expect.poll(page.calls).toEqual(["GET nosuch.vendor.test/f"]);
    await expect.poll(() => reports(page)).toEqual(["unknown-id nosuch"]);
    await page.evaluate(() =>
      Consentry.current!.save({ nosuch: true, "no-such": false } as object),
    );
    await expect.poll(() => reports(page)).toEqual(["unknown-id no-such", "unknown-id nosuch"]);
    const { status, pending } = await page.evaluate(() => Consentry.current!.state);
    expect({ status, pending }).toEqual({
      status: "undecided",
      pending: ["performance", "marketing"],
    });
    expect(await page.choice()).toBeNull();
    expect(await page.view()).toBe("banner");
    // Beside one that is declared, it counts no more.
    await page.evaluate(() =>
      Consentry.current!.save({ nosuch: true, performance: true } as object),
    );
    expect(await page.evaluate(() => Consentry.current!.permits("performance"))).toBe(true);
    expect(page.calls()).toEqual(["GET nosuch.vendor.test/f"]);
  });
});
