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
    --muted: var(--consentry-muted, #575f6a);
    --line: var(--consentry-line, #e3e6ea);
    --edge: var(--consentry-edge, #7d8590);
    --tint: var(--consentry-tint, #f5f6f8);
    --accent: var(--consentry-accent, #20404f);
    --on-accent: var(--consentry-on-accent, #fff);
    --radius: var(--consentry-radius, 16px);
    color: var(--text);
    font: 1em/1.5 var(--consentry-font, system-ui, sans-serif);
    text-align: start;
  }
  @media (prefers-color-scheme: dark) {
    .c {
      --surface: var(--consentry-surface, #1d2125);
      --text: var(--consentry-text, #eef0f2);
      --muted: var(--consentry-muted, #aeb6bf);
      --line: var(--consentry-line, #353b42);
      --edge: var(--consentry-edge, #7f8893);
      --tint: var(--consentry-tint, #262b30);
      --accent: var(--consentry-accent, #bfe0ea);
      --on-accent: var(--consentry-on-accent, #11212a);
    }
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  button,
  summary,
  input {
    cursor: pointer;
  }
  button {
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
