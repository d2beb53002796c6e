import { css } from "./css.ts";

/**
 * What banner, preference centre and placeholder share: the fence around the host, the colours and
 * the buttons. All sizes are in `em` of the browser's own default size (`font-size: medium`, which
 * `all: initial` gives): a page's `font-size: 62.5%` cannot reach it, the visitor's setting can.
 *
 * `!important` inside a shadow tree beats `!important` of the page (CSS Cascade 5, 6.1). The colours
 * stand on an inner element, where no selector of the page arrives; only `--consentry-*` goes in.
 */
export const tokens: string = css`
  :host {
    all: initial !important;
  }
  .c {
    --surface: var(--consentry-surface, #fff);
    --text: var(--consentry-text, #1c2127);
    --muted: var(--consentry-muted, color-mix(in srgb, var(--text) 76%, var(--surface)));
    --line: var(--consentry-line, color-mix(in srgb, var(--text) 12%, var(--surface)));
    --edge: var(--consentry-edge, color-mix(in srgb, var(--text) 57%, var(--surface)));
    --tint: var(--consentry-tint, color-mix(in srgb, var(--text) 4.5%, var(--surface)));
    --accent: var(--consentry-accent, #20404f);
    --on-accent: var(--consentry-on-accent, var(--ink, #fff));
    --radius: var(--consentry-radius, 16px);
    color: var(--text);
    font: 1em/1.5 var(--consentry-font, system-ui, sans-serif);
    /* SVG's, so nothing is drawn with these: by them applyScheme reads what the site set, in whichever colour space. */
    stop-color: color-mix(in srgb, var(--consentry-surface, #0000), #0000 0%);
    flood-color: color-mix(in srgb, var(--consentry-text, #0000), #0000 0%);
    lighting-color: color-mix(in srgb, var(--consentry-accent, #0000), #0000 0%);
  }
  .dark {
    --surface: var(--consentry-surface, #1d2125);
    --text: var(--consentry-text, #eef0f2);
    --accent: var(--consentry-accent, #bfe0ea);
    --on-accent: var(--consentry-on-accent, var(--ink, #11212a));
  }
  @media (prefers-color-scheme: dark) {
    .c:not(.light) {
      --surface: var(--consentry-surface, #1d2125);
      --text: var(--consentry-text, #eef0f2);
      --accent: var(--consentry-accent, #bfe0ea);
      --on-accent: var(--consentry-on-accent, var(--ink, #11212a));
    }
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  button {
    cursor: pointer;
    min-height: 3em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 0.625);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  button:hover {
    box-shadow: inset 0 0 0 9em #7f8a9429;
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 3px solid var(--text);
    outline-offset: 2px;
  }
`;
