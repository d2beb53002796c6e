import { app, APP_CODE, blog, manual, shop } from "./shells.ts";
import { type CorpusPage, library } from "./corpusPage.ts";
import { gated, VENDORS, type VendorSnippet } from "./vendors.ts";

const { ga4, gtm, hotjar, clarity, meta, uet, youtube, maps, fonts, vimeo, matomo } =
  VENDORS as Record<string, VendorSnippet>;
const names = (list: readonly (VendorSnippet | undefined)[]): string[] => [
  ...new Set(list.map((one) => one!.service)),
];
type Shell = typeof blog;
/** A page with vendors that all wait. */
function waiting(
  name: string,
  shell: Shell,
  vendors: readonly (VendorSnippet | undefined)[],
): CorpusPage {
  const html = shell({
    library: library(names(vendors)),
    head: vendors.map((one) => gated(one!)).join("\n"),
  });
  return { name, files: { "index.html": html, "app/main.js": APP_CODE }, expected: [] };
}

const page = (name: string, html: string, files: Record<string, string> = {}): CorpusPage => ({
  name,
  files: { "index.html": html, ...files },
  expected: [],
});

/** 25 pages on which nothing is wrong. */
export const CLEAN: readonly CorpusPage[] = [
  page("clean-plain", blog({})),
  page("clean-plain-shop", shop({})),
  page("clean-plain-manual", manual({})),
  page("clean-app", app({}), { "app/main.js": APP_CODE }),
  page("clean-library-only", blog({ library: library([]) })),
  waiting("clean-ga4", blog, [ga4]),
  waiting("clean-ga4-shop", shop, [ga4]),
  waiting("clean-gtm", manual, [gtm]),
  waiting("clean-hotjar", blog, [hotjar]),
  waiting("clean-hotjar-clarity", shop, [hotjar, clarity]),
  waiting("clean-meta", shop, [meta]),
  waiting("clean-uet-meta-ga4", manual, [uet, meta, ga4]),
  waiting("clean-matomo", blog, [matomo]),
  waiting("clean-app-ga4", app, [ga4]),
  page("clean-youtube", blog({ library: library(["youtube"]), body: gated(youtube!) })),
  page("clean-maps", shop({ library: library(["google-maps"]), body: gated(maps!) })),
  page("clean-vimeo", manual({ library: library(["vimeo"]), body: gated(vimeo!) })),
  page("clean-fonts", blog({ library: library(["google-fonts"]), head: gated(fonts!) })),
  page(
    "clean-own-fonts",
    manual({
      head: `<link rel="stylesheet" href="/css/own.css"><link rel="preload" as="font" href="/f.woff2" crossorigin>`,
    }),
    {
      "css/own.css": `@font-face{font-family:x;src:url("/f.woff2")}/* https://fonts.gstatic.com/s/x */`,
    },
  ),
  page(
    "clean-held-file",
    blog({
      library: library(["hotjar"]),
      head: `<script type="text/plain" data-consent="hotjar" data-src="hotjar.js"></script>`,
    }),
    { "hotjar.js": hotjar!.markup.replace(/<\/?script>/g, "") },
  ),
  page(
    "clean-consent-mode",
    shop({
      library: library(["google-analytics"], { signals: ["google-consent-mode"] }),
      head: gated(ga4!),
    }),
  ),
  page(
    "clean-denied-defaults",
    blog({
      library: library(["google-analytics"]),
      head: `<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag("consent","default",{ad_storage:"denied",analytics_storage:"denied"});</script>${gated(ga4!)}`,
    }),
  ),
  page(
    "clean-klaro-markup",
    blog({
      head: `<script type="text/plain" data-type="application/javascript" data-name="hotjar" data-src="https://static.hotjar.com/c/hotjar-1.js"></script>`,
    }),
  ),
  page(
    "clean-cookiebot-markup",
    shop({
      head: `<script type="text/plain" data-cookieconsent="marketing" src="https://www.googletagmanager.com/gtag/js?id=G-T"></script>`,
      body: `<iframe data-cookieblock-src="https://www.youtube.com/embed/x" data-cookieconsent="marketing"></iframe>`,
    }),
  ),
  page(
    "clean-words",
    manual({
      body: `<p title="https://static.hotjar.com/c/hotjar-1.js">Hotjar</p><a href="https://www.google.com/maps/place/Acme" ping="/count">Map</a>
<script>/* <script src="https://connect.facebook.net/en_US/fbevents.js"> */ var help = { text: "we removed fbq" };</script>`,
    }),
  ),
];
