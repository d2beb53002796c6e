import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "parse5";
import { beforeAll, expect, it } from "vitest";
import { QUESTIONS } from "../../site/questions.mjs";
import { openSearch, unanswered } from "../../site/search.mjs";
import { typeOf } from "../pages/answer.ts";
import { root } from "../pages/files.ts";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { outside } from "../util/judge.ts";
import { inOneEngine } from "../util/visit.ts";

/** Below a path of another site, as a place that is not the root shows what is written absolutely. */
const BASE = "/manual/of/consentry/";
const OUT = join(root, "site/.stage/dist");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Element {
  attrs?: { name: string; value: string }[];
  childNodes?: Element[];
  content?: Element;
}

/** Addresses that a page links to or loads, and the ids in it. */
function read(text: string): { links: string[]; ids: Set<string> } {
  const links: string[] = [];
  const ids = new Set<string>();
  const walk = (node: Element): void => {
    for (const { name, value } of node.attrs ?? []) {
      if (name == "id") ids.add(value);
      if (name == "href" || name == "src") links.push(value);
    }
    node.childNodes?.forEach(walk);
  };
  walk(parse(text) as Element);
  return { links, ids };
}

const files = (pattern = "**/*"): string[] =>
  globSync(pattern, { cwd: OUT, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(OUT.length + 1));

function serve(network: TestNetwork): void {
  for (const file of files()) {
    network.route(SITE + BASE + file.replaceAll("\\", "/"), () => ({
      body: readFileSync(join(OUT, file)),
      headers: { "content-type": typeOf(file) },
    }));
  }
}

await inOneEngine("the documentation site", (open, network) => {
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ["site/build.mjs"], {
      cwd: root,
      env: { ...process.env, DOCS_BASE: BASE, NODE_ENV: "production" },
    });
    // Half a minute of the processor, of which a busy machine gives it a fifth.
  }, 600_000);

  it("has behind every link a file, and behind every anchor a heading", () => {
    const pages = new Map(
      files("**/*.html").map((file) => [file, read(readFileSync(join(OUT, file), "utf8"))]),
    );
    const all = new Set(files());
    expect(pages.size).toBeGreaterThan(120);
    const broken: string[] = [];
    for (const [file, { links }] of pages) {
      for (const link of links) {
        // Answered by the library, or a route of the single-page app.
        if (file.startsWith("try/") && /^#(cookie-settings$|\/)/.test(link)) continue;
        const { origin, pathname, hash } = new URL(link, `${SITE}${BASE}${file}`);
        if (origin != SITE) continue;
        const path = decodeURIComponent(pathname)
          .replace(BASE, "")
          .replace(/(^|\/)$/, "$1index.html");
        const id = decodeURIComponent(hash.slice(1));
        const isThere = pathname.startsWith(BASE) && all.has(path);
        if (!isThere || (id && !pages.get(path)?.ids.has(id))) broken.push(`${file}: ${link}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it("has each page as Markdown beside it, and lists them for programs", () => {
    const texts = files("**/*.md").map((file) => file.replace(/\.md$/, ""));
    const pages = files("**/*.html").map((file) => file.replace(/\.html$/, ""));
    const own = pages.filter((page) => page != "404" && !page.startsWith("try/"));
    expect(texts.toSorted()).toEqual(own.toSorted());
    const listed = readFileSync(join(OUT, "llms.txt"), "utf8").matchAll(/\]\(([^)]+)\.md\)/g);
    for (const [, page] of listed) expect(texts).toContain(page);
  });

  it("answers what people search for in its first three results", async () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(40);
    expect(await unanswered(BASE)).toEqual([]);
  });

  it("searches in the page as that test does, and asks no other host", async () => {
    serve(network);
    const page = await open(`${SITE}${BASE}index.html`);
    await page.click(".VPNavBarSearch button");
    await expect
      .poll(() => page.evaluate(() => !!document.querySelector("#localsearch-input")))
      .toBe(true);
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>("#localsearch-input")!;
      input.value = "cookies still there after withdrawal";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const first = () =>
      page.evaluate(() => document.querySelector("#localsearch-list a")?.getAttribute("href"));
    const [expected] = (await openSearch())("cookies still there after withdrawal");
    await expect.poll(first).toBe(expected);
    expect(outside(network.log)).toEqual([]);
  });

  it("runs the demo with stand-ins of its own: any host of files will do, and no other is asked", async () => {
    serve(network);
    const start = await open(`${SITE}${BASE}index.html`);
    const demo = await start.evaluate(
      () => document.querySelector<HTMLAnchorElement>(".vp-doc a[href*='try/']")!.href,
    );
    const page = await open(demo);
    await expect.poll(page.view).toBe("banner");
    const panel = () => page.evaluate(() => document.querySelector(".watch")!.textContent);
    await expect.poll(panel).toContain("None so far.");
    await page.choose("accept-all");
    const vendors = [
      "www.googletagmanager.com/gtag.js",
      "www.google-analytics.com/g/collect",
      "bat.bing.com/action/0.gif",
    ];
    for (const one of [
      ...vendors,
      "in.hotjar.com/api/",
      "_hjSessionUser_123456",
      "given (accept-all, banner)",
    ]) {
      await expect.poll(panel).toContain(one);
    }
    for (const app of ["react", "vue", "svelte", "preact"]) {
      const shown = await open(`${SITE}${BASE}try/examples/${app}/index.html`);
      await expect.poll(shown.view).toBe("banner");
    }
    await page.settle();
    expect(outside(network.log)).toEqual([]);
  });

  it("has the configurator, with the files of the package that it looks up", async () => {
    serve(network);
    const page = await open(`${SITE}${BASE}try/examples/configurator.html`);
    const offered = () => page.evaluate(() => document.querySelectorAll("#services > div").length);
    await expect.poll(offered).toBe(files("try/dist/services/*.js").length);
  });

  it.each([390, 1280])(
    "fits %i pixels: a table of figures scrolls by itself, and nothing else does",
    async (width) => {
      serve(network);
      const page = await open(`${SITE}${BASE}options.html`, { width });
      // Of the vendors' pages, which are alike, none but the catalogue's.
      const others = /^(try|reference.api.consentry.(services|signals|migrate)).|^404/;
      const own = files("**/*.html").filter((file) => !others.test(file));
      const wide = await page.evaluate(async (all) => {
        const here = document.querySelector(".vp-doc")!;
        const found: string[] = [];
        for (const file of all) {
          const text = await (await fetch(file)).text();
          // The content of each page in the frame of this one.
          const there = new DOMParser()
            .parseFromString(text, "text/html")
            .querySelector(".vp-doc")!;
          here.replaceChildren(...there.childNodes);
          if (document.documentElement.scrollWidth > innerWidth) found.push(`${file}: the page`);
          const wider = [...here.querySelectorAll("table")].filter(
            (table) => table.scrollWidth > table.clientWidth,
          );
          if (wider.some((table) => !table.matches(".matrix[tabindex]")))
            found.push(`${file}: a table`);
          if (wider.length) found.push(`${file}: figures`);
        }
        return found;
      }, own);
      const figures = [
        "performance",
        "reliability",
        "audit",
        "trials/mutation-score",
        "contributing/index",
      ];
      expect(wide.filter((one) => !figures.some((name) => one == `${name}.html: figures`))).toEqual(
        [],
      );
    },
  );

  it.each([
    ["try/examples/index.html", 390, "light"],
    ["index.html", 1280, "light"],
    ["guides/troubleshooting.html", 390, "dark"],
    ["options.html", 390, "light"],
    ["nl/start/site-owner.html", 1280, "dark"],
  ] as const)("%s at %i pixels, %s: axe finds nothing", async (path, width, colorScheme) => {
    serve(network);
    network.route(`${SITE}/axe.js`, { body: AXE, headers: { "content-type": "text/javascript" } });
    const page = await open(`${SITE}${BASE}${path}`, { width, colorScheme });
    const found = await page.evaluate(async () => {
      await new Promise((done, fail) => {
        const script = document.createElement("script");
        Object.assign(script, { src: "/axe.js", onload: done, onerror: fail });
        document.head.append(script);
      });
      const { axe } = window as unknown as {
        axe: {
          run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      const { violations } = await axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
    expect(found).toEqual([]);
  });
});
