// What sanitizers call harmless stays harmless: every element, every attribute of ours, every scheme.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { installed } from "../../scripts/packages.mjs";
import { SITE } from "../pages/server.ts";
import { BASIC, inline } from "../util/html.ts";
import { NONCE, OURS, policy, strictHtml } from "../util/strictPage.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

/** Every element of the HTML standard that a parser makes inside `body`, and obsolete ones that still do something. */
const HTML =
  "a abbr address area article aside audio b base bdi bdo blockquote br button canvas caption cite code col colgroup " +
  "data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
  "header hgroup hr i iframe img input ins kbd label legend li link main map mark menu meta meter nav noscript object ol " +
  "optgroup option output p picture pre progress q rp rt ruby s samp script search section select slot small source span " +
  "strong style sub summary sup table tbody td template textarea tfoot th thead time title tr track u ul var video wbr " +
  "acronym applet basefont bgsound big center dir fencedframe font frame frameset image isindex keygen marquee menuitem " +
  "nobr noembed noframes param portal rb rtc selectedcontent strike tt xmp x-own";
/** Every element of SVG 1.1 and 2. */
const SVG =
  "a altGlyph animate animateColor animateMotion animateTransform circle clipPath cursor defs desc discard ellipse feBlend " +
  "feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight " +
  "feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset " +
  "fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter font font-face font-face-uri foreignObject g glyph " +
  "hatch hatchpath hkern image line linearGradient marker mask mesh metadata mpath path pattern polygon polyline " +
  "radialGradient rect script set solidcolor stop style switch symbol text textPath title tref tspan unknown use view";
const MATH = "annotation-xml maction math merror mglyph mi mn mo mrow ms mtext semantics";
const NAMES = "src srcset href poster data imagesrcset srcdoc".split(" ");
/** Those that carry an address or a text to load. */
const ATTRIBUTES = NAMES.flatMap((name) => [`data-${name}`, `data-consent-${name}`]);
/** The others, with values that a page's own author would write. */
const OTHERS = {
  "data-consent-toggle": "marketing",
  "data-consent-open": "marketing",
  "data-consent-declaration": "",
  "data-consent-receipt": "",
  "data-placeholder": "Show",
  "data-type": "module",
  "data-run": "each",
  "data-after": "x",
  "data-late": "off",
};
const RUNS = "top.pwned=(top.pwned||0)+1";
const EVIL = "https://evil.vendor.test";
const SCHEMES = [
  `javascript:${RUNS}`,
  `JaVaScRiPt:${RUNS}`,
  `java&#9;script:${RUNS}`,
  `data:text/html,&lt;script&gt;${RUNS}&lt;/script&gt;`,
  `vbscript:${RUNS}`,
  "blob:https://evil.vendor.test/x",
  "file:///etc/passwd",
  EVIL,
];
/** A text that would run. */
const TEXT = `&lt;script&gt;${RUNS}&lt;/script&gt;`;

/** Every element with one attribute, alone and where a parser lets it stand only inside another. */
function everywhere(mark: (element: string) => string): string {
  const each = (names: string): string =>
    names
      .split(" ")
      .map((name) => `<${name} ${mark(name)}>x</${name}>`)
      .join("");
  const inside =
    `<picture><source ${mark("source")}><img ${mark("img")}></picture>` +
    `<video ${mark("video")}><source ${mark("source")}><track ${mark("track")}></video>` +
    `<audio><source ${mark("source")}></audio><map><area ${mark("area")}></map>` +
    `<object><embed ${mark("embed")}></object>` +
    `<table><tbody ${mark("tbody")}><tr ${mark("tr")}><td ${mark("td")}>x</td></tr></tbody></table>` +
    `<input type="image" ${mark("input")}><link rel="stylesheet" ${mark("link")}>` +
    `<link rel="preload" as="image" ${mark("link")}><script type="text/plain" ${mark("script")}>${RUNS}</script>`;
  return `<section>${each(HTML)}</section><section>${inside}</section><svg>${each(SVG)}</svg><math>${each(MATH)}</math>`;
}

/** Whether each attribute of each element is tried with each scheme (`npm run test:all`), or with the next one in turn. */
const ALL = process.env["CONSENTRY_EVERYWHERE"] == "1";
/** The next scheme of an element: over the attributes every element meets every scheme. */
function inTurn(element: string, attribute: string): string {
  const place = [...element].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return SCHEMES[(place + ATTRIBUTES.indexOf(attribute)) % SCHEMES.length]!;
}

/** The matrix: each element with each attribute, once for each set of ids. */
function matrix(sets: readonly string[], attributes = ATTRIBUTES): string {
  const rows = (ids: string, attribute: string): string[] => {
    const mark = (scheme: string) => (element: string) => {
      const path = `${EVIL}/${ids.replaceAll(" ", "-")}/${element}/${attribute}`;
      const value = attribute.endsWith("srcdoc") ? TEXT : scheme == EVIL ? path : scheme;
      return `data-consent="${ids}" ${attribute}="${value}"`;
    };
    if (ALL) return SCHEMES.map((scheme) => everywhere(mark(scheme)));
    const turn = everywhere((element) => mark(inTurn(element, attribute))(element));
    return attribute.endsWith("-src") ? [turn, everywhere(mark(EVIL))] : [turn];
  };
  return sets.flatMap((ids) => attributes.flatMap((attribute) => rows(ids, attribute))).join("");
}

/** Each element with each attribute of ours that carries no address. */
const controls = (ids: string): string =>
  Object.entries(OTHERS)
    .map(([name, value]) =>
      everywhere(() => `data-consent="${ids}" ${name}="${value}" data-src="${EVIL}/${name}"`),
    )
    .join("");

let dompurify = "";
let sanitizeHtml: (markup: string, options: object) => string;
beforeAll(() => {
  const modules = installed("test/others");
  dompurify = readFileSync(join(modules, "dompurify/dist/purify.min.js"), "utf8");
  sanitizeHtml = createRequire(join(modules, "x.js"))("sanitize-html") as typeof sanitizeHtml;
});

/** Markup as each sanitizer lets it pass, put into the page; false where the browser has none. */
const PASS: Record<string, (page: Visit, markup: string) => Promise<boolean>> = {
  "DOMPurify that allows frames": (page, markup) =>
    page.evaluate((text: string) => {
      const { DOMPurify } = globalThis as unknown as {
        DOMPurify: { sanitize: (markup: string, options: object) => string };
      };
      const box = document.querySelector("#comments")!;
      box.innerHTML = DOMPurify.sanitize(text, { ADD_TAGS: ["iframe"] });
      return true;
    }, markup),
  "sanitize-html that allows frames": async (page, markup) => {
    const defaults = (sanitizeHtml as unknown as { defaults: { allowedTags: string[] } }).defaults;
    const clean = sanitizeHtml(markup, {
      allowedTags: [...defaults.allowedTags, "iframe", "img", "video", "audio", "source"],
      allowedAttributes: { "*": ["data-*"], iframe: ["src", "data-*"] },
      allowedIframeHostnames: ["www.youtube.com"],
    });
    return page.evaluate((text: string) => {
      document.querySelector("#comments")!.innerHTML = text;
      return true;
    }, clean);
  },
  "Element.setHTML": (page, markup) =>
    page.evaluate((text: string) => {
      const box = document.querySelector("#comments") as Element & {
        setHTML?: (markup: string, options: object) => void;
      };
      box.setHTML?.(text, { sanitizer: { attributes: ["type"], dataAttributes: true } });
      return !!box.setHTML;
    }, markup),
};

/** What a page must not have: code that ran, and addresses that would. */
const harm = (page: Visit): Promise<{ ran: number; live: string[] }> =>
  page.evaluate(() => {
    const live: string[] = [];
    for (const element of document.querySelectorAll("#comments *")) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith("data-")) continue;
        // As a browser reads an address.
        if (/^javascript:/i.test(value.replaceAll(/[\t\n\r]/g, "").trim())) {
          live.push(`${element.localName} ${name}`);
        }
      }
    }
    return { ran: (globalThis as { pwned?: number }).pwned ?? 0, live };
  });

/** Elements of the comments that carry an address or a text to load, live, by the ids that they are marked with. */
const live = (page: Visit): Promise<Record<string, number>> =>
  page.evaluate((names) => {
    const found: Record<string, number> = {};
    for (const element of document.querySelectorAll("#comments *")) {
      if (!names.some((name) => element.hasAttribute(name))) continue;
      const ids = element.getAttribute("data-consent") ?? "none";
      found[ids] = (found[ids] ?? 0) + 1;
    }
    return found;
  }, NAMES);

/** Milliseconds: a sanitizer reads some 50,000 elements. */
const LONG = 120_000;

await inOneEngine("markup that a sanitizer lets pass", (open, network) => {
  const openShop = async (): Promise<Visit> => {
    network.route(`${SITE}/purify.js`, {
      body: dompurify,
      headers: { "content-type": "text/javascript" },
    });
    const page = await open({
      library: `<script src="/purify.js"></script>${inline(BASIC)}`,
      body: '<h1>Shop</h1><div id="comments"></div>',
    });
    await expect.poll(page.view).toBe("banner");
    return page;
  };
  const asked = (page: Visit): string[] => page.calls().filter((call) => call.includes("evil."));

  it.each(Object.keys(PASS))(
    "runs and asks for nothing before a choice, after %s",
    { timeout: LONG },
    async (name) => {
      const page = await openShop();
      const isThere = await PASS[name]!(page, matrix(["necessary"]) + controls("necessary"));
      expect(isThere || name == "Element.setHTML").toBe(true);
      await page.settle();
      expect(asked(page)).toEqual([]);
      expect(await harm(page)).toEqual({ ran: 0, live: [] });
    },
  );

  it.each(Object.keys(PASS))(
    "runs nothing after a narrower grant, and loads only what that names, after %s",
    { timeout: LONG },
    async (name) => {
      const page = await openShop();
      const sets = ["performance", "performance marketing"];
      const check = async (): Promise<void> => {
        await page.settle();
        expect(await harm(page)).toEqual({ ran: 0, live: [] });
        expect(asked(page).filter((call) => !call.includes("/performance/"))).toEqual([]);
        expect(Object.keys(await live(page)).filter((ids) => ids != "performance")).toEqual([]);
      };
      // Some stand there when the choice is made; the others come later, in parts that a browser lays out quickly.
      const first = ["data-src", "data-srcdoc"];
      const isThere = await PASS[name]!(page, matrix(sets, first));
      await page.settle();
      expect(asked(page)).toEqual([]);
      await page.evaluate(() => Consentry.current!.save({ performance: true, marketing: false }));
      await expect.poll(page.choice).not.toBeNull();
      await check();
      const rest = ATTRIBUTES.filter((attribute) => !first.includes(attribute));
      while (rest.length) {
        await PASS[name]!(page, matrix(sets, rest.splice(0, ALL ? 3 : 6)));
        await check();
      }
      if (!isThere) return;
      // The control: what was granted and may be fetched is.
      for (const attribute of ["data-src", "data-consent-src"]) {
        expect(asked(page)).toContain(`GET evil.vendor.test/performance/img/${attribute}`);
      }
    },
  );

  it(
    "runs nothing under the documented policy with Trusted Types, whatever was granted",
    { timeout: LONG },
    async () => {
      const defaults = (sanitizeHtml as unknown as { defaults: { allowedTags: string[] } })
        .defaults;
      const attributes = ["data-src", "data-srcdoc", "data-data", "data-consent-href"];
      const clean = sanitizeHtml(matrix(["performance"], attributes), {
        allowedTags: [
          ...defaults.allowedTags,
          "iframe",
          "img",
          "video",
          "audio",
          "source",
          "object",
          "embed",
        ],
        allowedAttributes: { "*": ["data-*"] },
      });
      const library = `<script nonce="${NONCE}" src="/dist/consentry.js"></script>
      <script nonce="${NONCE}">Consentry.start(${JSON.stringify(BASIC)})</script>`;
      const page = await open(strictHtml(library, `<div id="comments">${clean}</div>`), {
        headers: policy(OURS),
      });
      await page.evaluate(() => Consentry.current!.acceptAll());
      await expect.poll(page.choice).not.toBeNull();
      await page.settle();
      expect(await harm(page)).toEqual({ ran: 0, live: [] });
    },
  );

  it("does nothing below data-consent-ignore, whatever was chosen, also inserted later", async () => {
    const page = await open({
      library: inline(BASIC),
      body: '<div id="comments" data-consent-ignore></div>',
    });
    await page.choose("accept-all");
    await expect.poll(page.choice).not.toBeNull();
    await page.evaluate(() => {
      document.querySelector("#comments")!.innerHTML =
        '<p><iframe data-consent="marketing" data-src="https://evil.vendor.test/x"></iframe>' +
        '<img data-consent="marketing" data-consent-src="https://evil.vendor.test/y">' +
        '<script type="text/plain" data-consent="marketing">top.pwned = 1</script></p>';
    });
    await page.settle();
    expect(page.calls().filter((call) => call.includes("evil."))).toEqual([]);
    expect(await harm(page)).toEqual({ ran: 0, live: [] });
  });
});
