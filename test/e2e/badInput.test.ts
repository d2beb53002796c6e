import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { codes } from "../util/codes.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inOneEngine, type OpenPage, type Visit } from "../util/visit.ts";

const TAG = '<script src="/dist/consentry.js"></script>';
const GATED = '<script type="text/plain" data-consent="performance">seen.ran.push("ran")</script>';
const start = (code: string): string => `${TAG}<script>Consentry.start(${code})</script>`;

/** What is no configuration, each in its own way. */
const SHAPES = [
  "null",
  '"text"',
  "42",
  "[]",
  "undefined",
  "() => {}",
  "{}",
  "{ controller: 1 }",
  '{ controller: { name: " " } }',
  "new Proxy({}, { get() { throw new Error('trap') }, ownKeys() { throw new Error('trap') } })",
  "Object.create({ controller: { name: 'Inherited' } })",
];

/** The gate is shut, the page lives, nothing was thrown into it and nothing left it. */
async function expectShut(page: Visit): Promise<void> {
  await page.settle();
  expect(await page.ran()).toEqual([]);
  expect(page.outside()).toEqual([]);
  expect(await page.errors()).toEqual([]);
  expect(await page.evaluate(() => document.querySelector("h1")?.textContent)).toBe("Shop");
}

await inOneEngine("bad input", (open, network) => {
  it("unknown ids in markup stay blocked and are reported, also after accept all", async () => {
    const page = await open({
      body: '<script type="text/plain" data-consent="perfromance">seen.ran.push("typo")</script>',
    });
    await page.choose("accept-all");
    await expect.poll(page.choice).not.toBeNull();
    await expectShut(page);
    await expect.poll(() => codes(page)).toContain("unknown-id");
    const told = await page.evaluate(
      () =>
        new Promise<string>((done) =>
          Consentry.current!.on("problem", (problem) => done(`${problem.at}: ${problem.message}`)),
        ),
    );
    expect(told).toContain("perfromance");
    expect(told.length).toBeGreaterThan(30);
  });

  it("a configuration that is none gives a closed gate and a page that works", async () => {
    const page = await open({ library: TAG });
    for (const [index, code] of SHAPES.entries()) {
      const address = `${SITE}/shape-${index}`;
      network.route(address, html({ library: start(code), body: GATED }));
      await page.goto(address);
      await page.evaluate(() => Consentry.current!.acceptAll());
      await expectShut(page);
      expect(await page.view(), code).not.toBe("banner");
      await expect.poll(() => codes(page), { message: code }).not.toEqual([]);
      expect(await page.choice(), code).toBeNull();
    }
  });

  it("__proto__, cycles and 10,000 keys cost a problem each, not the page", async () => {
    const page = await open({
      library: start(`(() => {
        const config = JSON.parse('{"controller":{"name":"Acme BV"},"__proto__":{"days":1},"services":{"__proto__":{}},"categories":{"performance":{},"__proto__":{}},"texts":{"__proto__":{"banner.title":"x"}}}');
        config.self = config;
        config.controller.self = config;
        for (let i = 0; i < 10000; i++) config["key" + i] = config;
        return config;
      })()`),
      body: GATED,
    });
    await expect.poll(page.view).toBe("banner");
    await expectShut(page);
    expect(await page.evaluate(() => "days" in {} || "banner.title" in {})).toBe(false);
    await expect
      .poll(() => codes(page))
      .toEqual(expect.arrayContaining(["unknown-option", "too-many"]));
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
  });

  it("HTML in every text is shown as text, and script links are dropped", async () => {
    const evil = "<img src=x onerror='seen.ran.push(1)'><script>seen.ran.push(2)</script>";
    const page = await open({
      library: inline({
        controller: { name: evil, address: evil, email: evil, url: "javascript:seen.ran.push(3)" },
        policyUrl: "javascript:seen.ran.push(4)",
        categories: { performance: { name: evil, description: evil } },
        services: [
          {
            id: "stats",
            name: evil,
            category: "performance",
            purpose: evil,
            privacyUrl: " java\nscript:seen.ran.push(5)",
            provider: { name: evil },
            storage: [{ name: evil, medium: "cookie", purpose: evil, lifetime: evil }],
          },
        ],
        texts: {
          "*": {
            "banner.title": evil,
            "banner.text": evil,
            "action.accept": evil,
            "settings.title": evil,
          },
        },
      }),
      body: `${GATED}<div data-consent-declaration></div><span data-consent-toggle="stats"></span>`,
    });
    await page.choose("open-preferences");
    await expect.poll(page.view).toBe("preferences");
    await expectShut(page);
    const found = await page.evaluate(() => {
      const roots: ParentNode[] = [document];
      for (const root of roots) {
        for (const element of root.querySelectorAll("*"))
          if (element.shadowRoot) roots.push(element.shadowRoot);
      }
      const all = roots.flatMap((root) => [...root.querySelectorAll("*")]);
      return {
        images: all.filter(({ localName }) => localName == "img").length,
        links: all
          .filter((element) => /script:/i.test(element.getAttribute("href") ?? ""))
          .map((element) => element.outerHTML),
        text: roots.some((root) => root.textContent?.includes("<img src=x")),
      };
    });
    expect(found).toEqual({ images: 0, links: [], text: true });
    await expect.poll(() => codes(page)).toContain("bad-url");
  });

  it("storage that throws: the visitor is asked, the choice holds on the page, nothing breaks", async () => {
    const page = await open({
      head: `<script>
        const deny = () => { throw new DOMException("denied", "SecurityError"); };
        for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
          Object.defineProperty(window, name, { get: deny, configurable: true });
        }
        Object.defineProperty(Document.prototype, "cookie", { get: deny, set: deny, configurable: true });
      </script>`,
      body: GATED,
    });
    await expect.poll(page.view).toBe("banner");
    await expectShut(page);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    expect(await page.errors()).toEqual([]);
    await expect.poll(() => codes(page)).toContain("storage-refused");
    expect(await page.evaluate(async () => (await Consentry.current!.proof.records()).length)).toBe(
      1,
    );
  });

  it("storage that is full: the cookie holds the choice, the record is kept as long as the page", async () => {
    const page = await open({
      head: `<script>
        const full = () => { throw new DOMException("full", "QuotaExceededError"); };
        Storage.prototype.setItem = full;
        IDBFactory.prototype.open = full;
      </script>`,
      body: GATED,
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    expect(await page.choice()).not.toBeNull();
    expect(await page.errors()).toEqual([]);
    expect(await page.evaluate(async () => (await Consentry.current!.proof.records()).length)).toBe(
      1,
    );
  });

  it("start called twice keeps the first instance and tells", async () => {
    const page = await open({
      library: `${inline()}<script>Consentry.start({ controller: { name: "Second" } })</script>`,
      body: GATED,
    });
    await expect.poll(page.view).toBe("banner");
    await page.settle();
    expect(await page.evaluate(() => document.querySelectorAll("[data-consentry]").length)).toBe(1);
    expect(
      await page.evaluate(
        () => document.querySelector("[data-consentry]")!.shadowRoot!.textContent,
      ),
    ).not.toContain("Second");
    await expect.poll(() => codes(page)).toContain("already-started");
    expect(await page.errors()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
  });

  it("the tag loaded twice is one instance, one banner, one run", async () => {
    const page = await open({ library: inline() + inline(), body: GATED });
    await expect.poll(page.view).toBe("banner");
    await page.settle();
    expect(await page.evaluate(() => document.querySelectorAll("[data-consentry]").length)).toBe(1);
    expect(await page.errors()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    await page.settle();
    expect(await page.ran()).toEqual(["ran"]);
    expect(await page.evaluate(async () => (await Consentry.current!.proof.records()).length)).toBe(
      1,
    );
  });

  it("a service whose loader throws or rejects is reported, and starves no one", async () => {
    const page = await open({
      library: start(`{
        controller: { name: "Acme BV" },
        services: [
          { id: "throws", name: "T", category: "performance", storage: [], load() { throw new Error("boom"); } },
          { id: "rejects", name: "R", category: "performance", storage: [], load: () => Promise.reject(new Error("no")) },
          { id: "works", name: "W", category: "performance", storage: [], load() { seen.ran.push("works"); } },
        ],
      }`),
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["works"]);
    await expect.poll(() => codes(page)).toContain("service-failed");
    expect(await page.errors()).toEqual([]);
  });

  it("a listener that throws is reported, and starves no one", async () => {
    const page = await open({ body: GATED });
    await page.evaluate(() => {
      Consentry.current!.on("change", () => {
        throw new Error("of the page");
      });
      Consentry.current!.on("change", ({ status }) => seen.ran.push(status));
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(expect.arrayContaining(["decided", "ran"]));
    await expect.poll(() => codes(page)).toContain("listener-failed");
  });

  it("a configuration file that is missing or is no JSON gives a closed gate and a problem", async () => {
    for (const file of ["/nowhere.json", "/"]) {
      const page = await open({
        library: `<script src="/dist/consentry.js" data-config="${file}"></script>`,
        body: GATED,
      });
      await expectShut(page);
      expect(await page.view()).not.toBe("banner");
    }
    const page = await open({
      library: `<script type="application/json" id="consentry-config">{ "controller": </script>${TAG}`,
      body: GATED,
    });
    await expectShut(page);
  });

  it("4 kB of other cookies and a page full of markup named like ours change nothing", async () => {
    await expectClobberedPageToStayShut(open);
  });
});

/** DOM clobbering: named elements shadow `document.*` and `window.*`. */
async function expectClobberedPageToStayShut(open: OpenPage): Promise<void> {
  const page = await open(
    html({
      head: `<script>for (let i = 0; i < 20; i++) document.cookie = "n" + i + "=" + "x".repeat(200)</script>
        <form name="cookie"></form><img name="currentScript"><img name="body"><img name="head">
        <a id="Consentry"></a><form name="querySelectorAll"></form><form name="createElement"></form>`,
      library: `${TAG}<script>Consentry.start(${JSON.stringify(BASIC)})</script>`,
      body: GATED,
    }),
  );
  await page.settle();
  expect(await page.ran()).toEqual([]);
  expect(page.outside()).toEqual([]);
}
