import { transformSync } from "esbuild";
import { CATEGORIES, marked, page } from "../lib/page.mjs";
import { dutiesPage } from "./dutiesPage.mjs";

const arguments_ = JSON.stringify(["1akpzqw", 180, CATEGORIES.join("+")]).slice(1, -1);
const script = transformSync(`(${String(dutiesPage)})(${arguments_})`, {
  minify: true,
  target: "es2022",
}).code.trim();

const style = transformSync(
  `:host{inset:auto 1em 1em auto;max-width:27em;padding:1.5em;border:1px solid #8886;border-radius:16px;background:#fff;color:#1c2127;font:16px/1.5 system-ui,sans-serif;box-shadow:0 1em 3em -.5em #0c192840;overflow:auto}
*{box-sizing:border-box;margin:0}
h2{font-size:1.2em}
p{margin:.6em 0}
a{color:inherit}
div{display:grid;grid-template-columns:1fr 1fr;gap:.6em}
button{min-height:3em;border:0;border-radius:10px;background:#20404f;color:#fff;font:600 .94em system-ui,sans-serif;cursor:pointer}
button:last-child{grid-column:span 2;background:#8883;color:inherit}
:focus-visible{outline:3px solid;outline-offset:2px}
@media(prefers-color-scheme:dark){:host{background:#1d2125;color:#eef0f2}button{background:#bfe0ea;color:#11212a}}`,
  { loader: "css", minify: true },
).code.trim();

/** The words, buttons and link that our banner has on this page. */
const banner = `<div id="floor" popover="manual" role="region" aria-label="Your privacy, your choice"><template shadowrootmode="open"><style>${style}</style><h2>Your privacy, your choice</h2><p>Acme BV would like to use cookies and similar technologies for these purposes: <b>Functional, Performance, Marketing</b>. You can refuse, choose, and change or withdraw your choice at any time.</p><p>3 services are involved. You will find “Cookie settings” on every page. <a href="/privacy">Privacy policy</a></p><div><button id="n">Reject all</button><button id="y">Accept all</button><button id="more">Choose</button></div></template></div><script>floorAsk(document.currentScript.previousSibling)</script>`;

/**
 * The library's duties for this one page, written by hand: nothing is fetched, configured, translated or reported. A
 * floor of what is promised, not of what a browser can do.
 */
export const floorDuties = {
  id: "floor-duties",
  name: "floor of the same duties",
  kind: "duties",
  accept: "#floor >>> #y",
  reject: "#floor >>> #n",
  html: ({ gated }) =>
    page({
      head: `<script>${script}</script>`,
      tags: marked(gated, "data-consent"),
      start: banner,
    }),
};
