import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { BASIC, html } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

const gated = '<script type="text/plain" data-consent="stats">seen.ran.push("ran")</script>';
const CONFIG = {
  ...BASIC,
  services: [{ id: "stats", name: "Stats", category: "performance", storage: [] }],
};
const TAG = '<script src="/dist/consentry.js"></script>';
const start = `<script>Consentry.start(${JSON.stringify(CONFIG)})</script>`;

/** Plants what a deep merge or a query parser of the page lets in: inherited by every object. */
const plant = (code: string): string =>
  `<script>const plant = (to, what) => { for (const key in what) to[key] = what[key]; }; ${code}</script>`;

/** Names that the engine reads, or once might: with values that would open the gate if believed. */
const OPTIONS = `plant(Object.prototype, {
  services: [{ id: "evil", category: "necessary", reason: "x" }], yes: ["performance"], no: [],
  category: "necessary", basis: "necessary", reason: "Because.", controller: { name: "Evil" },
  categories: ["evil"], performance: true, marketing: true, stats: true, permitted: true, usable: true,
  status: "decided", kind: "accept-all", choices: { performance: true }, source: "banner", trusted: true,
  isTrusted: true, once: true, days: 400, revision: 9, nonce: "evil", hostOnly: true, keep: true,
  collector: "https://evil.test/", domain: "evil.test", policyUrl: "https://evil.test/",
  storage: [{ name: "consentry", medium: "cookie" }], signals: ["evil"], hosts: ["evil.test"] });
  Object.prototype.load = Object.prototype.grant = Object.prototype.revoke = () => seen.ran.push("planted");`;

/** Names of the platform's own dictionaries and protocols, and holes of lists: these break much of a page. */
const PLATFORM: Record<string, string> = {
  get: "Object.prototype.get = () => 'evil'",
  set: "Object.prototype.set = () => {}",
  value: "Object.prototype.value = 'evil'",
  writable: "Object.prototype.writable = true",
  "a text named then": "Object.prototype.then = 'evil'",
  "a function named then": "Object.prototype.then = function (done) { done(true); }",
  "a hole filled by a value": "Array.prototype[0] = 'performance'; Array.prototype[1] = 'stats'",
  "a hole filled by an accessor":
    "Object.defineProperty(Array.prototype, 3, { get: () => 'performance', set() {}, configurable: true })",
  toJSON: "Object.prototype.toJSON = () => ({ performance: true })",
  "a symbol's iterator":
    "Object.prototype[Symbol.iterator] = function* () { yield 'performance'; }",
};

await inOneEngine("polluted prototypes", (open, network) => {
  it.each([
    ["before our script", plant(OPTIONS) + TAG + start],
    ["between our script and its start", TAG + plant(OPTIONS) + start],
    ["after the start", TAG + start + plant(OPTIONS)],
  ])("of options and state change no decision, %s", async (_, library) => {
    const page = await open({ library, body: gated });
    await expect.poll(page.view).toBe("banner");
    expect(await page.evaluate(() => Consentry.current!.state.status)).toBe("undecided");
    expect(await page.ran()).toEqual([]);
    await page.choose("reject-all");
    await expect.poll(page.choice).not.toBeNull();
    await page.settle();
    expect((await page.choice())?.get("yes")).toBe("");
    expect((await page.choice())?.get("no")).toBe("performance marketing");
    expect(await page.ran()).toEqual([]);
    expect(await page.evaluate(() => Consentry.current!.permits("evil"))).toBe(false);
    await page.evaluate(() => Consentry.current!.save({ performance: true }));
    await expect.poll(page.ran).toEqual(["ran"]);
    expect((await page.choice())?.get("yes")).toBe("performance");
    const records = await page.evaluate(() => Consentry.current!.proof.records());
    expect(records.map(({ source, trusted }) => [source, trusted])).toEqual([
      ["banner", true],
      ["api", false],
    ]);
    expect(page.outside()).toEqual([]);
    expect(await page.errors()).toEqual([]);
  });

  it("of the platform permit nothing that was not chosen, and throw nothing into the page", async () => {
    const page = await open({});
    for (const [what, code] of Object.entries(PLATFORM)) {
      const address = `${SITE}/${encodeURIComponent(what)}`;
      network.route(address, html({ library: plant(code) + TAG + start, body: gated }));
      await page.goto(address);
      await page.settle();
      // Asked for as a text: what turns objects into answers is misled as well.
      const outcome = () =>
        page.evaluate(() => {
          const permits = (id: string) => Consentry.current?.permits(id) || "";
          return `${seen.ran.join()}${permits("performance")}${permits("stats")}${seen.errors.join()}`;
        });
      expect(await outcome(), what).toBe("");
      await page.evaluate(() => Consentry.current?.rejectAll());
      await page.settle();
      expect(await outcome(), what).toBe("");
      const cookie = await page.evaluate(() => document.cookie);
      expect(cookie, what).toMatch(/^$|&yes=&/);
      await page.evaluate(() => void (document.cookie = "consentry=; Max-Age=0; Path=/"));
    }
  });
});
