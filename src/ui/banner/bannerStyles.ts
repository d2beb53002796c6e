import type { Layout } from "../../core/config/config.ts";
import { css } from "../theme/css.ts";

const base = css`
  :host,
  .c,
  .c > div {
    display: contents !important;
  }
  .banner {
    position: fixed;
    z-index: 2147483647;
    inset: auto max(1em, env(safe-area-inset-right)) calc(1em + env(safe-area-inset-bottom))
      max(1em, env(safe-area-inset-left));
    display: flex;
    flex-flow: column;
    gap: 1.25em;
    width: auto;
    height: auto;
    max-width: 27em;
    max-height: calc(100% - 2em);
    margin-inline-start: auto;
    padding: 1.5em;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: inherit;
    box-shadow:
      0 0.125em 0.375em #0c192814,
      0 1em 3em -0.5em #0c192840;
  }
  .words {
    display: grid;
    overflow-wrap: anywhere;
    gap: 0.625em;
    min-height: 5em;
    margin: -0.25em;
    padding: 0.25em;
    overflow: auto;
  }
  h2 {
    font-size: 1.1875em;
    line-height: 1.3;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  p {
    font-size: 0.9375em;
    text-wrap: pretty;
  }
  .small {
    color: var(--muted);
    font-size: 0.875em;
  }
  .actions {
    display: grid;
    gap: 0.625em;
  }
  .pair {
    display: grid;
    grid: auto-flow 1fr / repeat(auto-fit, minmax(min(6.5em, 100%), 1fr));
    gap: 0.625em;
  }
  .banner button {
    border-color: transparent;
    background: var(--tint);
  }
  .banner .pair button {
    background: var(--accent);
    color: var(--on-accent);
  }
`;
const layouts: Readonly<Record<Layout, string>> = {
  box: "",
  bar: css`
    .bar {
      inset: auto 0 0;
      max-width: none;
      max-height: 100%;
      padding: 1.25em
        max(1.5em, (100% - 76em) / 2, env(safe-area-inset-left), env(safe-area-inset-right))
        calc(1.25em + env(safe-area-inset-bottom));
      border-width: 1px 0 0;
      border-radius: 0;
    }
    @media (min-width: 62em) {
      .bar {
        flex-flow: row;
        align-items: center;
        justify-content: center;
        gap: 3em;
      }
      .bar .words {
        flex: 1 1 30em;
      }
      .bar .actions {
        flex: 1 1 26em;
        max-width: 32em;
      }
    }
    @media (min-width: 40em) {
      .bar .actions {
        grid-template-columns: 2fr 1fr;
      }
    }
  `,
  centre: css`
    dialog::backdrop {
      background: #0c192880;
    }
    h2:focus {
      outline: 0;
    }
    .centre {
      inset: 0 1em;
      height: fit-content;
      margin: auto;
    }
  `,
};
const rest = css`
  [part="reopen"] {
    position: fixed;
    z-index: 2147483647;
    inset: auto auto calc(1em + env(safe-area-inset-bottom)) max(1em, env(safe-area-inset-left));
    padding-inline: 1.25em;
    border-color: var(--line);
    border-radius: 9em;
    background: var(--surface);
    font-size: 0.875em;
    box-shadow: 0 0.25em 1em -0.25em #0c192840;
  }
  .live {
    position: fixed;
    top: 0;
    left: 0;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: no-preference) {
    .c:not(.still) .banner {
      animation: rise 0.32s cubic-bezier(0.2, 0.8, 0.2, 1);
    }
    @keyframes rise {
      from {
        translate: 0 1em;
      }
    }
  }
`;
const end = css`
  @media (max-height: 24em) {
    .banner {
      gap: 0.75em;
      padding-block: 1em;
    }
  }
  @media print {
    .c {
      display: none !important;
    }
  }
`;

/** The first layer alone, in one layout: what is in the HTML. */
export const firstStyles = (layout: Layout): string => base + layouts[layout] + end;

/** The first layer, the reopen button and the live region. */
export const bannerStyles: string = base + layouts.bar + layouts.centre + rest + end;
