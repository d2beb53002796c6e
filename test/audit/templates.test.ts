import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { auditFolder, type FolderReport } from "../../src/audit/folder/auditFolder.ts";
import { fixFolder } from "../../src/audit/folder/fixFolder.ts";
import { known } from "./known.ts";

const root = mkdtempSync(join(tmpdir(), "consentry-templates-"));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;

/** Audits one folder of these files. */
async function audited(
  files: Readonly<Record<string, string>>,
): Promise<FolderReport & { folder: string; lines: string[]; said: string[] }> {
  const folder = join(root, String(++count));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const report = await auditFolder(folder, { known: known() });
  const lines = report.findings.map(
    ({ rule, place, what, level }) =>
      `${"line" in place ? `${place.line}:${place.column}` : ""} ${level} ${rule} ${what}`,
  );
  return { ...report, folder, lines, said: report.unread.map(({ line, why }) => `${line} ${why}`) };
}
const HOTJAR = "https://static.hotjar.com/c/hotjar-1.js";
const MAPS = "https://www.google.com/maps/embed";

it.each<[string, string, string[], string[]]>([
  [
    "PHP",
    "a.php",
    [
      "4:3 error service-unmarked https://www.googletagmanager.com/gtag/js",
      `6:1 error service-unmarked ${MAPS}`,
    ],
    [
      "2 Code of the template names an address of Hotjar.",
      "7 The address of this script is written by the template.",
    ],
  ],
])(
  "reads %s as far as is safe, and says what it did not read",
  async (_name, file, lines, said) => {
    const found = await audited({
      [file]: `<html><body>
<?php $hotjar = "${HOTJAR}"; ?>
<?php if ($stats): ?>
  <script async src="https://www.googletagmanager.com/gtag/js?id=<?= $id ?>"></script>
<?php endif; ?>
<iframe src="${MAPS}?q=<?php echo urlencode($q) ?>"></iframe>
<script src="<?= $cdn ?>/x.js"></script>
<?php // never closed: "<b>"
`,
    });
    expect(found.lines).toEqual(lines);
    expect(found.said).toEqual(said);
    await fixFolder(found.folder, found.findings, false);
    const text = readFileSync(join(found.folder, file), "utf8");
    expect(text).toContain(
      `<script type="text/plain" data-consent="google-analytics" async data-src="https://www.googletagmanager.com/gtag/js?id=<?= $id ?>">`,
    );
    expect(text).toContain(`data-src="${MAPS}?q=<?php echo urlencode($q) ?>"`);
  },
);

it("reads Twig and Blade: expressions, comments, attributes that they write", async () => {
  const found = await audited({
    "a.html.twig": `{% extends "x" %}{# <script src="${HOTJAR}"></script> #}
<script src="{{ asset('own.js') }}"></script>
<script {{ attributes|raw }} src="${HOTJAR}"></script>
<img src="{{ url }}" alt="">`,
    "b.blade.php": `@if($x)
<iframe src="${MAPS}?k={{ config('k') }}"></iframe>
@endif
{!! $html !!}`,
  });
  expect(found.lines).toEqual([
    `3:1 error service-unmarked ${HOTJAR}`,
    `2:1 error service-unmarked ${MAPS}`,
  ]);
  // What the template writes into the tag may be a mark: a person looks.
  expect(found.findings[0]!.edits).toBeUndefined();
  expect(found.findings[0]!.fix).toContain("by hand");
  expect(found.findings[1]!.edits).toBeDefined();
  expect(found.said).toEqual(["2 The address of this script is written by the template."]);
});

it("reads JSX: attributes that are written out, no texts, no comments", async () => {
  const found = await audited({
    "App.tsx": `import Script from "next/script";
/* <script src="${HOTJAR}" /> */
const sample = "<script src='${HOTJAR}'></script>";
export const App = ({ url, rest }: Props) => (
  <>
    <script async src="https://www.googletagmanager.com/gtag/js?id=G-TEST123" />
    <iframe title="Don't" src={"${MAPS}"} />
    <iframe src={url} />
    <iframe {...rest} src="${MAPS}" />
    <Script src="${HOTJAR}" strategy="afterInteractive" />
    <script type="text/plain" data-consent="hotjar" data-src="${HOTJAR}" />
    <img srcSet={\`\${a} 2x\`} src="/own.png" />
  </>
);`,
  });
  expect(found.lines).toEqual([
    "6:5 error service-unmarked https://www.googletagmanager.com/gtag/js",
    `7:5 error service-unmarked ${MAPS}`,
    `9:5 error service-unmarked ${MAPS}`,
    `10:5 error service-unmarked ${HOTJAR}`,
  ]);
  expect(found.said).toContain("8 The address of this iframe is an expression.");
  expect(found.said.some((line) => line.startsWith("3 A tag stands in a text"))).toBe(true);
  expect(found.findings.map(({ edits }) => !!edits)).toEqual([true, true, false, false]);
});

it("reads components of Vue, Svelte and Astro, not their own code", async () => {
  const found = await audited({
    "A.vue": `<script setup>
const hotjar = "x"; // document.createElement("script")
</script>
<template><div>{{ title }}<iframe :src="url" /><iframe src="${MAPS}" /><component :is="x" /></div></template>
<style>@import "https://fonts.googleapis.com/css?family=X";</style>`,
    "B.svelte": `<script>let a = { b: 1 };</script>
<svelte:head><script async src="https://www.googletagmanager.com/gtag/js?id={id}"></script></svelte:head>
{#if a}<iframe src={"${MAPS}"} title="x"></iframe>{/if}`,
    "C.astro": `---
const url = "${HOTJAR}";
---
<html><body>{list.map((x) => <p>{x}</p>)}<script is:inline src="${HOTJAR}"></script></body></html>`,
  });
  expect(found.lines).toEqual([
    `4:48 error service-unmarked ${MAPS}`,
    "5:8 error service-unmarked https://fonts.googleapis.com/css",
    "2:14 error service-unmarked https://www.googletagmanager.com/gtag/js",
    `3:8 error service-unmarked ${MAPS}`,
    `4:42 error service-unmarked ${HOTJAR}`,
  ]);
  expect(found.said).toContain("4 The address of this iframe is written by the template.");
});

it("leaves an element of a component that asks Consentry to a live audit", async () => {
  const found = await audited({
    "A.jsx": `import { Consented } from "consentry/react";
import posthog from "posthog-js";
export const Film = () => <Consented to="google-maps"><iframe src="${MAPS}" /></Consented>;`,
  });
  expect(found.lines).toEqual([
    `3:55 note service-unmarked ${MAPS}`,
    "2:16 note sdk-imported posthog-js",
  ]);
  expect(found.findings[0]!.edits).toBeUndefined();
});

it("says which files it cannot read", async () => {
  const found = await audited({ "a.pug": "p", "b.md": "# x", "c.html": "\u00ff\u00fe" });
  expect(found.said).toEqual([
    "0 1 files in Pug are not read.",
    "0 1 files in Markdown are not read.",
  ]);
  const wide = join(root, "wide");
  mkdirSync(wide);
  writeFileSync(join(wide, "w.html"), Buffer.from([0xff, 0xfe, 60, 0]));
  const { unread } = await auditFolder(wide, { known: known() });
  expect(unread[0]!.why).toContain("UTF-16");
});

it("reads markup as browsers do", async () => {
  const found = await audited({
    "a.html": `<ScRiPt SRC = "HTTPS:\\\\static.hotjar.com/c/h.js" ></sCript >
<script type="text/JavaScript;">x</script><script type=" text/javascript " src="//static.hotjar.com/1"></script>
<img src="a.png" src="https://www.facebook.com/tr">
<!-- <img src="https://www.facebook.com/tr"> --><![CDATA[<img src="https://www.facebook.com/tr?2">]]>
<svg><style>a{fill:url(https://cdn.elsewhere.test/a.svg#x)}</style><title><img src="https://www.facebook.com/tr?3"></title></svg>
<title><img src="https://www.facebook.com/tr?4"></title>
<template><iframe src="${MAPS}"></iframe></template>
<div><template shadowrootmode="open"><iframe src="${MAPS}"></iframe></template></div>
<p style="background:url('https&colon;//cdn.elsewhere.test/b.png')">ü</p><link rel="preconnect" href="https://static.hotjar.com">
<input type="image" src="https://cdn.elsewhere.test/c.png"><a href="https://static.hotjar.com">x</a>`,
  });
  expect(found.lines).toEqual([
    "1:1 error service-unmarked HTTPS:\\\\static.hotjar.com/c/h.js",
    "2:43 error service-unmarked //static.hotjar.com/1",
    "5:20 warning third-party-unmarked https://cdn.elsewhere.test/a.svg",
    "5:75 error service-unmarked https://www.facebook.com/tr",
    `7:11 note service-unmarked ${MAPS}`,
    `8:38 error service-unmarked ${MAPS}`,
    "9:1 warning third-party-unmarked https://cdn.elsewhere.test/b.png",
    "9:74 error service-unmarked https://static.hotjar.com",
    "10:1 warning third-party-unmarked https://cdn.elsewhere.test/c.png",
  ]);
});
