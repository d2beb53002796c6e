import { blog, manual, shop } from "./shells.ts";
import { type CorpusPage, library } from "./corpusPage.ts";
import { gated, VENDORS, type VendorSnippet } from "./vendors.ts";
import type { RuleId } from "../../../src/audit/rules.ts";

const V = VENDORS as Record<string, VendorSnippet>;

/** A banner of no known tool, with one thing wrong. `decide` runs with "yes" or "no". */
function banner({
  buttons = `<button id="yes">Accept all</button><button id="no">Reject all</button>`,
  style = "",
  extra = "",
  code = "",
  kept = true,
  again = true,
}: {
  buttons?: string;
  style?: string;
  extra?: string;
  code?: string;
  kept?: boolean;
  /** Whether a link leads back to the choice. */
  again?: boolean;
} = {}): string {
  return `<style>#ask{position:fixed;inset:auto 0 0 0;background:#fff;color:#111;padding:1rem;border-top:1px solid #000}
#ask button{font:16px sans-serif;padding:.5rem 1rem;background:#123;color:#fff;border:0}${style}</style>
<div id="ask" hidden><p>Acme BV and its partners ask you. <a href="/privacy">Privacy</a></p>${extra}${buttons}</div>
${again ? '<a href="#" id="again">Cookie settings</a>' : ""}
<script>
const ask = document.getElementById("ask");
const load = () => { const s = document.createElement("img"); s.src = "https://cdn.elsewhere.test/pixel.gif"; document.body.append(s); };
const decide = (choice) => { ${kept ? 'document.cookie = "choice=" + choice + "; max-age=9999999; path=/";' : ""} ask.hidden = true; if (choice == "yes") load(); };
document.getElementById("yes")?.addEventListener("click", () => decide("yes"));
document.getElementById("no")?.addEventListener("click", () => decide("no"));
document.getElementById("again")?.addEventListener("click", (event) => { event.preventDefault(); ask.hidden = false; });
if (!/choice=/.test(document.cookie)) ask.hidden = false; else if (/choice=yes/.test(document.cookie)) load();
${code}
</script>`;
}

type Shell = typeof blog;
const page = (
  name: string,
  live: RuleId,
  html: string,
  more: Partial<CorpusPage> = {},
): CorpusPage => ({ name, files: { "index.html": html }, expected: [], live, ...more });
const asked = (
  name: string,
  live: RuleId,
  shell: Shell,
  parts: Parameters<typeof banner>[0],
  more: Partial<CorpusPage> = {},
): CorpusPage => page(name, live, shell({ body: banner(parts), reopen: false }), more);
const STORED: RuleId = "storage-after-refusal";

/** Pages with one defect each that only a browser shows. */
export const LIVE: readonly CorpusPage[] = [
  asked("bad-no-reject", "no-reject", blog, {
    buttons: `<button id="yes">Accept all</button>`,
  }),
  asked(
    "bad-unequal-size",
    "buttons-unequal",
    shop,
    { style: "#no{padding:0!important;font-size:11px!important}" },
    { also: [STORED] },
  ),
  asked(
    "bad-unequal-face",
    "buttons-unequal",
    manual,
    { style: "#no{background:none!important;color:#111!important}" },
    { also: [STORED] },
  ),
  asked(
    "bad-low-contrast",
    "low-contrast",
    blog,
    { style: "#ask button{background:#888!important;color:#aaa!important}" },
    { also: [STORED] },
  ),
  asked(
    "bad-pre-ticked",
    "pre-ticked",
    shop,
    { extra: `<label><input type="checkbox" name="stats" checked> Statistics</label>` },
    { also: [STORED] },
  ),
  asked("bad-refusal-not-kept", "refusal-not-kept", manual, { kept: false }, { also: [STORED] }),
  asked(
    "bad-after-refusal",
    "request-after-refusal",
    blog,
    { code: `document.getElementById("no").addEventListener("click", load);` },
    { also: [STORED] },
  ),
  asked(
    "bad-keyboard",
    "not-by-keyboard",
    shop,
    {
      buttons: `<a id="yes" role="button" class="b">Accept all</a><a id="no" role="button" class="b">Reject all</a>`,
      style:
        ".b{display:inline-block;padding:8px 16px;background:#123;color:#fff;font:16px sans-serif}",
    },
    { also: [STORED] },
  ),
  asked(
    "bad-wall",
    "wall",
    manual,
    {
      code: `document.getElementById("no").addEventListener("click", () => { const d = document.createElement("div"); d.style = "position:fixed;inset:0;background:#fff;z-index:9"; d.textContent = "Accept to read"; document.body.append(d); });`,
    },
    { also: [STORED] },
  ),
  // A page of Consentry's that lacks the link gets a button from the library.
  asked("bad-no-way-back", "no-way-back", blog, { again: false }, { also: [STORED] }),
  page(
    "bad-undeclared",
    "storage-undeclared",
    shop({
      library: library(["hotjar"]),
      head: `<script type="text/plain" data-consent="hotjar">document.cookie = "secret_id=1; max-age=9999999; path=/"; localStorage.setItem("kept", "1");</script>`,
    }),
    { also: ["storage-after-withdrawal", "storage-after-refusal"] },
  ),
  page(
    "bad-longer",
    "longer-than-declared",
    manual({
      library: library(["hotjar"]),
      head: `<script type="text/plain" data-consent="hotjar">document.cookie = "_hjSession_1=1; max-age=31536000; path=/";</script>`,
    }),
  ),
  page(
    "bad-stored-before",
    "storage-before-consent",
    blog({
      library: library([]),
      head: `<script>localStorage.setItem("visitor", "1"); document.cookie = "early=1; path=/";</script>`,
    }),
    { also: ["storage-undeclared"] },
  ),
  page(
    "bad-policy",
    "policy-blocks-permitted",
    shop({ library: library(["hotjar"]), head: gated(V["hotjar"]!) }),
    { headers: { "content-security-policy": "script-src 'self' 'unsafe-inline'" } },
  ),
  page(
    "bad-silent",
    "data-layer-silent",
    manual({
      library: library([]),
      head: `<script>window.dataLayer=[];function gtag(){dataLayer.push(arguments)}gtag("consent","default",{ad_storage:"denied",analytics_storage:"denied"});</script>`,
    }),
  ),
];
