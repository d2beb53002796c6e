// What sanitizers call harmless stays harmless: every element, every attribute of ours, every scheme.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { installed } from "../../scripts/packages.mjs";
import { SITE } from "../pages/server.ts";
import { BASIC, inline } from "../util/html.ts";
import { inEveryEngine, type Visit } from "../util/visit.ts";

const HTML =
  "a abbr address area article aside audio b base bdi bdo blockquote br button canvas caption cite code col colgroup " +
  "data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 header hgroup hr i " +
  "iframe img input ins kbd label legend li link main map mark menu meta meter nav noscript object ol optgroup option output " +
  "p picture pre progress q rp rt ruby s samp script search section select slot small source span strong style sub summary " +
  "sup table tbody td template textarea tfoot th thead time title tr track u ul var video wbr";
const SVG =
  "a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feImage filter foreignObject g image " +
  "line linearGradient marker mask metadata mpath path pattern polygon polyline radialGradient rect script set stop style " +
  "switch symbol text textPath title tspan use view";
const NAMES = "src srcset href poster data imagesrcset srcdoc".split(" ");
const ATTRIBUTES = NAMES.flatMap((name) => [`data-${name}`, `data-consent-${name}`]);
const RUNS = "top.pwned=(top.pwned||0)+1";
const SCHEMES = [
  `javascript:${RUNS}`,
  `JaVaScRiPt:${RUNS}`,
  `java&#9;script:${RUNS}`,
  `data:text/html,&lt;script&gt;${RUNS}&lt;/script&gt;`,
  `vbscript:${RUNS}`,
  "blob:https://evil.vendor.test/x",
  "file:///etc/passwd",
  "https://evil.vendor.test/x",
];
/** A text that would run. */
const TEXT = `&lt;script&gt;${RUNS}&lt;/script&gt;`;

/** Every element with every attribute and scheme, or those that are given. */
const marks = (ids: string, elements = HTML, drawn = SVG, attributes = ATTRIBUTES): string =>
  attributes
    .flatMap((attribute) =>
      SCHEMES.map((scheme) => {
        const value = attribute.endsWith("srcdoc") ? TEXT : scheme;
        const mark = `data-consent="${ids}" ${attribute}="${value}"`;
        const own = (names: string): string =>
          names
            .split(" ")
            .map((name) => `<${name} ${mark}>x</${name}>`)
            .join("");
        return `<section>${own(elements)}<input type="image" ${mark}><svg>${own(drawn)}</svg></section>`;
      }),
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

/** Milliseconds: a sanitizer reads 16,000 elements. */
const LONG = 90_000;

await inEveryEngine("markup that a sanitizer lets pass", (open, network) => {
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

  it.each(Object.keys(PASS))(
    "runs and asks for nothing before a choice, after %s",
    async (name) => {
      const page = await openShop();
      const isThere = await PASS[name]!(page, marks("necessary"));
      expect(isThere || name == "Element.setHTML").toBe(true);
      await page.settle();
      expect(page.calls().filter((call) => call.includes("evil."))).toEqual([]);
      expect(await harm(page)).toEqual({ ran: 0, live: [] });
    },
    LONG,
  );

  it.each(Object.keys(PASS))(
    "runs nothing after a grant, after %s",
    { timeout: LONG },
    async (name) => {
      const page = await openShop();
      // A page's frames begin to load side by side: those that matter, so that it stays quick.
      const some = ["data-src", "data-href", "data-srcdoc"];
      const elements = "a area base form button iframe img video object embed link";
      await PASS[name]!(page, marks("marketing", elements, "a image use animate set", some));
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
