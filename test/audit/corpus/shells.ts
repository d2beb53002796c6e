// Pages around the tags: as three content systems and a single-page app write them.

export interface ShellParts {
  head?: string;
  body?: string;
  /** Markup that loads and starts the library. */
  library?: string;
  /** Whether a link leads back to the choice. */
  reopen?: boolean;
  lang?: string;
}

const LINK = `<a href="#cookie-settings">Cookie settings</a>`;
const foot = ({ reopen = true }: ShellParts): string =>
  `<p><a href="/privacy">Privacy</a> ${reopen ? LINK : ""} <a href="https://www.instagram.com/acme">Instagram</a></p>`;

/** A blog: emoji script, block styles, lazy pictures, structured data. */
export function blog(parts: ShellParts): string {
  const { head = "", body = "", library = "", lang = "en" } = parts;
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Water line &#8211; Acme</title>
${library}
<link rel='dns-prefetch' href='//www.shop.test'>
<link rel="alternate" type="application/rss+xml" title="Feed" href="https://www.shop.test/feed/">
<link rel="canonical" href="https://www.shop.test/blog/">
<link rel="shortlink" href="https://wp.me/abc">
<script>
window._wpemojiSettings = {"baseUrl":"https:\\/\\/www.shop.test\\/emoji\\/72x72\\/","ext":".png"};
</script>
<style id='block-inline-css'>.wp-block{background:url("/img/bg.png") no-repeat}</style>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Organization","sameAs":["https://www.facebook.com/acme","https://www.youtube.com/@acme"]}</script>
${head}
</head>
<body class="home blog">
<header><h1>Acme</h1></header>
<main><article><h2>Water line</h2><p>It's a walk along the water, see <a href="https://www.youtube.com/watch?v=1">the film</a>.</p>
<img loading="lazy" decoding="async" src="/img/walk.svg" alt="" width="600" height="400">
${body}
</article></main>
<footer>${foot(parts)}</footer>
</body>
</html>
`;
}

/** A shop: single quotes, upper case, inline handlers, templates. */
export function shop(parts: ShellParts): string {
  const { head = "", body = "", library = "", lang = "en" } = parts;
  return `<!doctype html>
<HTML LANG='${lang}'>
<HEAD><META CHARSET='utf-8'><TITLE>Boots &amp; more</TITLE>
${library}
<LINK REL='icon' HREF='data:,'><LINK REL=canonical HREF=https://www.shop.test/shop/>
<script>var theme = {"money_format":"€{{amount}}","urls":{"cdn":"//cdn.shop.test/assets/"}}; // see https://www.hotjar.com/ for nothing</script>
<!-- <script src="https://www.googletagmanager.com/gtag/js?id=G-OLD"></script> -->
${head}
</HEAD>
<BODY>
<nav><a href='/'>Home</a> <a href='https://g.page/acme'>Visit us</a></nav>
<main><h1>Boots</h1><form action='https://www.shop.test/cart' method=post><button>Buy</button></form>
<template id=row><li><img src='/img/empty.svg' alt=''></li></template>
<p onclick="location.href='/more'">More</p>
${body}
</main><footer>${foot(parts)}</footer>
</BODY></HTML>
`;
}

/** A manual: generated, minified, with code samples that show tags. */
export function manual(parts: ShellParts): string {
  const { head = "", body = "", library = "", lang = "en" } = parts;
  return `<!doctype html><html lang=${lang} dir=ltr><head><meta charset=utf-8><meta name=generator content="Docs 3.1"><title>Guide | Acme</title>${library}<link rel=canonical href=https://www.shop.test/docs/guide>
<meta property=og:image content=https://www.shop.test/img/card.png><script>!function(){var t=localStorage.getItem("never");document.documentElement.setAttribute("data-theme",t||"light")}()</script>
${head}</head>
<body><main><h1>Guide</h1><p>Put this into your page:</p><pre><code>&lt;script async src="https://www.googletagmanager.com/gtag/js?id=G-XXXX"&gt;&lt;/script&gt;</code></pre>
<textarea rows=4><script src="https://static.hotjar.com/c/hotjar-1.js"></script></textarea>
${body}
</main><footer>${foot(parts)}</footer></body></html>
`;
}

/** A single-page app: an empty element and a bundle. */
export function app(parts: ShellParts): string {
  const { head = "", body = "", library = "", lang = "en" } = parts;
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="UTF-8" />
    <title>App</title>
    <link rel="icon" type="image/svg+xml" href="data:," />
    ${library}
    ${head}
    <script type="module" crossorigin src="/app/main.js"></script>
  </head>
  <body>
    <div id="app"></div>
    ${body}
    <footer>${foot(parts)}</footer>
  </body>
</html>
`;
}

/** What the app's bundle does: it draws a page, and nothing else. */
export const APP_CODE = `const app=document.getElementById("app");app.innerHTML="<h1>App</h1><p>Drawn by a script.</p>";export{app};
`;
