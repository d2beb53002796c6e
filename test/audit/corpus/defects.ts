import { app, APP_CODE, blog, manual, shop, type ShellParts } from "./shells.ts";
import { type CorpusPage, library } from "./corpusPage.ts";
import { gated, VENDORS, type VendorSnippet } from "./vendors.ts";
import type { RuleId } from "../../../src/audit/rules.ts";

type Shell = (parts: ShellParts) => string;
const BEFORE: RuleId = "request-before-consent";

/** A vendor's snippet as the vendor gives it, unmarked. */
function open(
  name: string,
  shell: Shell,
  vendor: VendorSnippet,
  where: "head" | "body" = "head",
): CorpusPage {
  return {
    name,
    files: {
      "index.html": shell({ library: library([vendor.service]), [where]: vendor.markup }),
      "app/main.js": APP_CODE,
    },
    expected: vendor.asks.map((what) => ["service-unmarked", what] as const),
    // What stands in `noscript` no browser of ours fetches.
    ...(!vendor.markup.includes("<noscript") && { live: BEFORE }),
    fixable: true,
  };
}

interface Other extends Partial<Omit<CorpusPage, "name" | "files">> {
  html: string;
  files?: Record<string, string>;
}
const other = (name: string, { html, files, expected = [], ...rest }: Other): CorpusPage => ({
  name,
  files: { "index.html": html, ...files },
  expected,
  ...rest,
});

const V = VENDORS as Record<string, VendorSnippet>;
const ELSEWHERE = "https://cdn.elsewhere.test";

/** Pages with one defect each that the files show. */
export const DEFECTS: readonly CorpusPage[] = [
  open("bad-ga4", blog, V["ga4"]!),
  open("bad-gtm", shop, V["gtm"]!),
  open("bad-gtm-frame", manual, V["gtmFrame"]!, "body"),
  open("bad-hotjar", blog, V["hotjar"]!),
  open("bad-clarity", shop, V["clarity"]!),
  open("bad-meta", manual, V["meta"]!),
  open("bad-meta-picture", blog, V["metaPixel"]!, "body"),
  open("bad-linkedin", shop, V["linkedin"]!),
  open("bad-tiktok", manual, V["tiktok"]!),
  open("bad-uet", blog, V["uet"]!, "body"),
  open("bad-matomo", shop, V["matomo"]!),
  open("bad-plausible", manual, V["plausible"]!),
  open("bad-hubspot", blog, V["hubspot"]!, "body"),
  open("bad-intercom", app, V["intercom"]!),
  open("bad-youtube", shop, V["youtube"]!, "body"),
  open("bad-vimeo", manual, V["vimeo"]!, "body"),
  open("bad-maps", blog, V["maps"]!, "body"),
  open("bad-fonts", shop, V["fonts"]!),
  open("bad-posthog", app, V["posthog"]!),
  open("bad-twitter", manual, V["twitter"]!, "body"),
  open("bad-recaptcha", blog, V["recaptcha"]!),
  other("bad-unknown-script", {
    html: shop({ library: library([]), head: `<script src=${ELSEWHERE}/lib.js defer></script>` }),
    expected: [["third-party-unmarked", `${ELSEWHERE}/lib.js`]],
    live: BEFORE,
    fixable: true,
  }),
  other("bad-unknown-picture", {
    html: blog({
      body: `<img src="/img/a.svg" srcset="/img/a.svg 1x, ${ELSEWHERE}/a.png 2x" alt="">`,
      library: library([]),
    }),
    expected: [["third-party-unmarked", `${ELSEWHERE}/a.png`]],
    fixable: true,
  }),
  other("bad-module-import", {
    html: manual({
      library: library([]),
      body: `<script type="module">import { x } from "${ELSEWHERE}/x.mjs"; x();</script>`,
    }),
    expected: [["third-party-unmarked", `${ELSEWHERE}/x.mjs`]],
    live: BEFORE,
    fixable: true,
  }),
  other("bad-style-import", {
    html: blog({
      library: library([]),
      head: `<style>/* fonts */ @import url("https://fonts.googleapis.com/css?family=X"); body{margin:0}</style>`,
    }),
    expected: [["service-unmarked", "https://fonts.googleapis.com/css"]],
    live: BEFORE,
  }),
  other("bad-style-file", {
    html: shop({ library: library([]), head: `<link rel="stylesheet" href="site.css">` }),
    files: { "site.css": `body{background:url(${ELSEWHERE}/bg.png)}` },
    expected: [["third-party-unmarked", `${ELSEWHERE}/bg.png`]],
    live: BEFORE,
  }),
  other("bad-own-file", {
    html: manual({ library: library(["hotjar"]), head: `<script src="stats.js"></script>` }),
    files: { "stats.js": V["hotjar"]!.markup.replace(/<\/?script>/g, "") },
    expected: [["service-unmarked", "Hotjar snippet"]],
    live: BEFORE,
  }),
  other("bad-marked-frame-with-address", {
    html: blog({
      library: library(["youtube"]),
      body: V["youtube"]!.markup.replace("<iframe", '<iframe data-consent="youtube"'),
    }),
    expected: [["marked-but-runs", "https://www.youtube-nocookie.com/embed/waterlijn"]],
    live: BEFORE,
    fixable: true,
  }),
  other("bad-marked-script-without-type", {
    html: shop({
      library: library(["hotjar"]),
      head: V["hotjar"]!.markup.replace("<script", '<script data-consent="hotjar"'),
    }),
    expected: [["marked-but-runs", "Hotjar snippet"]],
    live: BEFORE,
    fixable: true,
  }),
  other("bad-necessary", {
    html: manual({
      library: library(["hotjar"]),
      head: gated(V["hotjar"]!).replace('data-consent="hotjar"', 'data-consent="necessary"'),
    }),
    expected: [["marked-too-weakly", "necessary"]],
    live: BEFORE,
    fixable: true,
  }),
  other("bad-too-weak", {
    html: blog({
      library: library(["meta-pixel", "hotjar"]),
      head: gated(V["meta"]!).replace('data-consent="meta-pixel"', 'data-consent="performance"'),
    }),
    expected: [["marked-too-weakly", "performance"]],
    live: "not-what-was-chosen",
    fixable: true,
  }),
  other("bad-ignored", {
    html: shop({
      library: library(["youtube"]),
      body: `<div data-consent-ignore>${V["youtube"]!.markup.replace("<iframe", '<iframe data-consent="youtube"')}</div>`,
    }),
    expected: [["mark-without-effect", "https://www.youtube-nocookie.com/embed/waterlijn"]],
    live: BEFORE,
  }),
  other("bad-consent-mode", {
    html: blog({
      library: library(["google-analytics"]),
      head: `<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('consent','default',{'ad_storage':'granted','analytics_storage':'granted'});</script>${gated(V["ga4"]!)}`,
    }),
    expected: [["consent-mode-granted", "ad_storage"]],
    live: "consent-mode-granted",
  }),
];
