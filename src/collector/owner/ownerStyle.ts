import { createHash } from "node:crypto";
import { raw } from "hono/html";

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; --accepted: #1f6fb2;
--refused: #c4590b; --withdrawn: #7a4fb5; --ended: #6b7280; --line: #d4d4d8; --rest: #e4e4e7 }
@media (prefers-color-scheme: dark) { :root { --accepted: #6db3f2; --refused: #f5a35c;
--withdrawn: #b99be8; --ended: #a1a1aa; --line: #3f3f46; --rest: #3f3f46 } }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2.5rem }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem } nav [aria-current] { font-weight: 600 }
svg { width: 100%; height: auto; display: block } svg text { font-size: 11px; fill: currentColor }
svg.share { width: 10rem; height: .8rem; display: inline-block; vertical-align: middle }
.accepted, .stranger { fill: var(--accepted) } .refused, .leak { fill: var(--refused) }
.withdrawn { fill: var(--withdrawn) } .ended { fill: var(--ended) } .rest { fill: var(--rest) }
.hit { fill: transparent } .grid { stroke: var(--line) }
ul.key { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0 }
ul.key svg { width: .8rem; display: inline-block }
table { border-collapse: collapse } th, td { text-align: start; padding: .3rem 1rem .3rem 0;
border-bottom: 1px solid var(--line) } td.d { white-space: nowrap } th.n { text-align: end } td.n { text-align: end; font-variant-numeric: tabular-nums }
input, button { font: inherit; padding: .3rem .5rem } h3 { font-size: 1rem; margin-top: 2rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem } dt { opacity: .8 }
dd { margin: 0; overflow-wrap: anywhere }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: .8rem }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .4rem } }
.scroll { overflow-x: auto } code { font-size: .85em }
`;

/** Its bytes are hashed: white space that a formatter adds around them would switch the style off. */
export const STYLE_ELEMENT: ReturnType<typeof raw> = raw(`<style>${STYLE}</style>`);

/**
 * Nothing runs, loads or is framed; the one style sheet is allowed by its hash. What records contain
 * could not do harm even if it stood on this page, and it does not.
 */
export const OWNER_POLICY: string =
  "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;
