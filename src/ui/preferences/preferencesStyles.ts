import { css } from "../theme/css.ts";
import { switchStyles } from "./switchStyles.ts";

const own = css`
  .prefs {
    inset: 0;
    flex-direction: column;
    width: 44em;
    max-width: calc(100% - 2em);
    max-height: min(54em, 100% - 2em - env(safe-area-inset-top));
    margin: auto;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: inherit;
    box-shadow: 0 2em 6em -1em #0c192873;
  }
  .prefs[open] {
    display: flex;
  }
  header,
  footer,
  .body {
    padding: 0.5em max(1.5em, env(safe-area-inset-left), env(safe-area-inset-right));
  }
  header,
  footer {
    flex: none;
    border: solid var(--line);
    border-width: 0 0 1px;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  footer {
    border-width: 1px 0 0;
    padding-block: 1em calc(1em + env(safe-area-inset-bottom));
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    flex: 1;
    gap: 1em;
    padding-block: 1.25em 1.5em;
    overflow: auto;
    overscroll-behavior: contain;
  }
  summary,
  input {
    cursor: pointer;
  }
  .save {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  .close {
    width: 2.75em;
    margin-inline-end: -0.75em;
    padding: 0;
    border-color: transparent;
    font-size: 1em;
    font-weight: 400;
  }
  .close::before {
    content: "✕" / "";
  }
  .decided {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
    color: var(--muted);
  }
  .decided button {
    color: var(--text);
  }
  .note {
    padding: 0.75em 1em;
    border-radius: calc(var(--radius) * 0.625);
    background: var(--tint);
  }
  .status:empty {
    display: none;
  }
  [type="search"] {
    width: 100%;
    min-height: 2.75em;
    padding: 0 1em;
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 0.625);
    background: none;
    color: inherit;
    font: inherit;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  .categories {
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 0.75);
  }
  .item {
    position: relative;
  }
  .item + .item {
    border-top: 1px solid var(--line);
  }
  .item > input {
    position: absolute;
    z-index: 1;
    inset-block-start: 0.5em;
    inset-inline-end: 1em;
  }
  .head {
    display: grid;
    grid-template-columns: 1em minmax(0, 1fr) auto;
    gap: 0.125em 0.75em;
    padding: 0.9375em 1.125em;
    list-style: none;
  }
  .name {
    grid-column: 2;
    font-size: 1em;
    font-weight: 600;
  }
  .about {
    grid-column: 2 / -1;
    color: var(--muted);
    font-size: 0.875em;
    text-wrap: pretty;
  }
  .always {
    grid-area: 1 / 3;
    color: var(--muted);
    font-size: 0.875em;
    line-height: 1.75;
  }
  input + .head,
  input + details > .head {
    padding-inline-end: 4.75em;
  }
  summary.head {
    border-radius: calc(var(--radius) * 0.625);
    outline-offset: -3px;
  }
  summary.head::before {
    content: "";
    width: 0.5em;
    height: 0.5em;
    margin-block-start: 0.45em;
    border: solid var(--muted);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  [open] > summary::before {
    margin-block-start: 0.75em;
    rotate: 225deg;
  }
  .services {
    border-top: 1px solid var(--line);
    background: var(--tint);
  }
  .services .head {
    padding-inline-start: 2.125em;
  }
  .facts {
    display: grid;
    gap: 0.75em;
    padding: 0 1.125em 1.125em 4.43em;
    font-size: 0.875em;
  }
  dl {
    display: grid;
    gap: 0.375em;
  }
  dl div {
    display: grid;
    grid-template-columns: minmax(7em, 1fr) 3fr;
    gap: 0 1em;
  }
  dt,
  th {
    color: var(--muted);
    font-weight: 400;
  }
  dd,
  td {
    overflow-wrap: anywhere;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.375em 0.75em 0.375em 0;
    border-top: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  code {
    font:
      0.9375em ui-monospace,
      monospace;
  }
  .body button {
    padding-inline: 1em;
  }
  @media (min-width: 40em) {
    footer {
      grid-template-columns: 2fr 1fr;
    }
  }
  @media (max-width: 40em) {
    .prefs {
      width: 100%;
      max-width: none;
      max-height: calc(100% - 1em - env(safe-area-inset-top));
      margin-block-end: 0;
      border-radius: var(--radius) var(--radius) 0 0;
    }
    .facts {
      padding-inline-start: 1.125em;
    }
  }
  @media (max-height: 30em) {
    .prefs {
      overflow: auto;
    }
    .body {
      flex: none;
      overflow: visible;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .prefs {
      animation: rise 0.24s cubic-bezier(0.2, 0.8, 0.2, 1);
    }
    [role="switch"]::before,
    [role="switch"]::after {
      transition: 0.15s;
    }
  }
`;

/** The preference centre. Comes with it, not before. */
export const preferencesStyles: string = own + switchStyles;
