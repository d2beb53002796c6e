import { expect, it } from "vitest";
import { FIRST_VISIT } from "../../src/build/site/distFiles.ts";
import { SITE } from "../pages/server.ts";
import { blocksOf, readText } from "../arch/markdown.ts";
import { heldFile } from "../util/heldFile.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

const TAG = '<script src="/dist/consentry.js"></script>';
const GATED = '<script type="text/plain" data-consent="performance">seen.ran.push("ran")</script>';

await inOneEngine("the script tag", (open, network) => {
  it("starts from an inline call and shows the banner", async () => {
    const page = await open({ library: inline(), body: GATED });
    await expect.poll(page.view).toBe("banner");
    expect(await page.evaluate(() => typeof Consentry.version)).toBe("string");
    expect(await page.evaluate(() => Consentry.current?.state.status)).toBe("undecided");
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
  });

  it("shows nothing and has no instance until it is started", async () => {
    const page = await open({ library: TAG, body: GATED });
    await page.settle();
    expect(await page.evaluate(() => Consentry.current)).toBeNull();
    expect(await page.view()).toBeNull();
    expect(await page.ran()).toEqual([]);
  });

  it("starts from the file that data-config names", async () => {
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify(BASIC),
      headers: { "content-type": "application/json" },
    });
    const page = await open({
      library: '<script src="/dist/consentry.js" data-config="/consent.json"></script>',
      body: GATED,
    });
    await expect.poll(page.view).toBe("banner");
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
  });

  it("starts from a JSON data block, before or after the tag", async () => {
    const block = `<script type="application/json" id="consentry-config">${JSON.stringify(BASIC)}</script>`;
    for (const library of [block + TAG, TAG + block]) {
      const page = await open({ library, body: GATED });
      await expect.poll(page.view).toBe("banner");
      await page.choose("accept-all");
      await expect.poll(page.ran).toEqual(["ran"]);
    }
  });

  it("needs no inline code and no loosened policy under a strict CSP", async () => {
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify(BASIC),
      headers: { "content-type": "application/json" },
    });
    network.route(`${SITE}/ours.js`, {
      body: 'document.documentElement.dataset.ran = "yes"',
      headers: { "content-type": "text/javascript" },
    });
    const page = await open(
      {
        library: '<script src="/dist/consentry.js" data-config="/consent.json"></script>',
        body: '<script type="text/plain" data-consent="performance" data-src="/ours.js"></script>',
      },
      {
        headers: {
          "content-security-policy":
            "default-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types consentry",
        },
      },
    );
    await expect.poll(page.view).toBe("banner");
    await page.choose("accept-all");
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset["ran"]))
      .toBe("yes");
  });

  it("calls functions pushed before and after it has loaded, with the running instance", async () => {
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify(BASIC),
      headers: { "content-type": "application/json" },
      delay: 300,
    });
    const page = await open({
      head: `<script>
        window.Consentry = window.Consentry || [];
        Consentry.push((consent) => seen.ran.push("early " + consent.state.status));
      </script>`,
      library: '<script src="/dist/consentry.js" async data-config="/consent.json"></script>',
    });
    await expect.poll(page.ran).toEqual(["early undecided"]);
    await page.evaluate(() =>
      Consentry.push((consent) => seen.ran.push(`late ${consent.state.status}`)),
    );
    await expect.poll(page.ran).toEqual(["early undecided", "late undecided"]);
  });

  it("runs with a service that the site wrote itself, in its smallest form", async () => {
    const service = {
      id: "counter",
      name: "Counter",
      category: "performance",
      storage: [{ name: "hits", medium: "cookie", purpose: "Counts", lifetime: "1 day" }],
    };
    const page = await open({
      library: inline({ ...BASIC, services: [service] }),
      body: `<script type="text/plain" data-consent="counter">
        seen.ran.push("ran"); document.cookie = "hits=1; path=/";
      </script>`,
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    await page.evaluate(() => void Consentry.current!.withdraw("counter"));
    await expect.poll(async () => (await page.stored()).cookies).toEqual(["consentry"]);
  });

  it("fetches what is weighed as a first visit, and only itself where a choice is stored", async () => {
    const fetched = () =>
      network.log
        .entries()
        .flatMap(({ path }) => (path.startsWith("/dist/") ? [path.slice(6)] : []))
        .sort();
    const page = await open({});
    await expect.poll(page.view).toBe("banner");
    // The last of them once the browser is idle.
    await expect.poll(fetched).toEqual(FIRST_VISIT.toSorted());
    await page.settle();
    expect(fetched()).toEqual(FIRST_VISIT.toSorted());
    await page.choose("accept-all");
    await expect.poll(page.choice).not.toBeNull();
    await page.settle();
    network.log.clear();
    await page.reload();
    await page.settle();
    expect(fetched()).toEqual(["consentry.js"]);
  });

  it("has the banner and its words on their way beside the tag with the guide's lines, where nothing is chosen", async () => {
    const guide = readText("docs/guides/script-tag.md").split("<!-- ahead -->")[1]!;
    const lines = blocksOf(guide)[0]!.code.replace("/consentry/", "/dist/");
    const come = heldFile(network, "consentry.js");
    const fetched = (): string[] =>
      network.log.entries().flatMap(({ path }) => (path.startsWith("/dist/") ? [path] : []));
    const opening = open({ lang: "nl", library: lines + inline(), body: GATED });
    await expect.poll(fetched).toContain("/dist/consentry.banner.js");
    await expect.poll(fetched).toContain("/dist/locales/nl.js");
    come();
    const page = await opening;
    await expect.poll(page.view).toBe("banner");
    expect(fetched().filter((path) => /banner|nl/.test(path)).length).toBe(2);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);

    network.log.clear();
    await page.reload();
    await expect.poll(page.ran).toEqual(["ran"]);
    await page.settle();
    expect(fetched()).toEqual(["/dist/consentry.js"]);
    expect(await page.errors()).toEqual([]);
  });

  it("has the banner on its way beside what the services need, and not where a choice is stored", async () => {
    const come = heldFile(network, "consentry.prepare.js");
    const fetched = (): string[] =>
      network.log.entries().flatMap(({ path }) => (path.startsWith("/dist/") ? [path] : []));
    const page = await open({ library: inline({ ...BASIC, services: { hotjar: { id: 1 } } }) });
    await expect.poll(fetched).toContain("/dist/consentry.banner.js");
    expect(await page.view()).toBeNull();
    come();
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.rejectAll());

    network.log.clear();
    await page.reload();
    await expect.poll(() => page.evaluate(() => Consentry.current!.state.status)).toBe("decided");
    await page.settle();
    expect(fetched()).not.toContain("/dist/consentry.banner.js");
  });

  it("starts a returning visitor's scripts before the page's events from a deferred tag, with no other file", async () => {
    const start = `Consentry.start(${JSON.stringify(BASIC)})`;
    const deferred = `<script defer src="/dist/consentry.js"></script><script type="module">${start}</script>`;
    const later = `<script>addEventListener("load", () => setTimeout(() => {
      const tag = document.createElement("script");
      tag.src = "/dist/consentry.js";
      tag.onload = () => ${start};
      document.head.append(tag);
    }))</script>`;
    const body = `<script type="text/plain" data-consent="performance">
      seen.ran.push(document.readyState);
      document.addEventListener("DOMContentLoaded", () => seen.ran.push("ready"));
      addEventListener("load", () => seen.ran.push("load"));
    </script>`;
    const page = await open({ library: deferred, body });
    await expect.poll(page.view).toBe("banner");
    await page.choose("accept-all");
    // Late, so each listener is called by us.
    await expect.poll(page.ran).toEqual(["complete", "ready", "load"]);
    await expect.poll(page.choice).not.toBeNull();
    await page.settle();

    const files = () => network.log.entries().filter(({ path }) => path.startsWith("/dist/"));
    for (const [name, library, ran, count] of [
      ["deferred", deferred, ["interactive", "ready", "load"], 1],
      ["later", later, ["complete", "ready", "load"], 2],
    ] as const) {
      network.route(`${SITE}/${name}`, html({ library, body }));
      network.log.clear();
      await page.goto(`${SITE}/${name}`);
      await expect.poll(page.ran, { message: name }).toEqual(ran);
      await page.settle();
      expect(await page.ran(), name).toEqual(ran);
      expect(files().length, name).toBe(count);
    }
  });

  it("speaks the page's language, and the configured one instead where there is one", async () => {
    const text = (visit: { evaluate: (typeof page)["evaluate"] }) =>
      visit.evaluate(
        () => document.querySelector("[data-consentry]")?.shadowRoot?.textContent ?? "",
      );
    const page = await open({ lang: "nl-BE" });
    await expect.poll(() => text(page)).toContain("Acme BV");
    await expect.poll(() => text(page)).toMatch(/weiger/i);
    const german = await open({ lang: "nl", library: inline({ ...BASIC, language: "de" }) });
    await expect.poll(() => text(german)).toMatch(/ablehnen/i);
  });
});
