import { css } from "../theme/css.ts";

/**
 * In the page itself: what a placeholder stands for takes no room. By where the two stand and not by anything written on
 * the element, which others copy and morph.
 */
export const hidingStyles: string = css`
  [data-consentry-placeholder] + [data-consent] {
    display: none !important;
  }
`;

/** The placeholder of an embed, inside its own shadow root. */
export const placeholderStyles: string = css`
  .c {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 0.75em;
    height: 100%;
    padding: 0.75em;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--tint);
    text-align: center;
  }
  .words {
    min-height: 1.5em;
    max-width: 32em;
    overflow: auto;
  }
  p {
    margin-block-start: 0.25em;
    color: var(--muted);
    font-size: 0.875em;
    text-wrap: pretty;
  }
  .actions {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.375em;
  }
  button {
    min-height: 3.4em;
    padding-inline: 0.5em;
    background: var(--surface);
    font-size: 0.8125em;
  }
`;

/**
 * The declaration stands in the page and takes its type and colours from there. A table on wide
 * screens; on a phone each line is a block of its own with the headings repeated.
 */
export const declarationStyles: string = css`
  [data-consent-declaration] table {
    width: 100%;
    margin-block-end: 2em;
    border-collapse: collapse;
    table-layout: fixed;
  }
  [data-consent-declaration] :is(caption, th, td) {
    padding-block: 0.5em;
    overflow-wrap: anywhere;
    text-align: start;
    vertical-align: top;
  }
  [data-consent-declaration] th,
  [data-consent-declaration] td {
    padding-inline: 0 1em;
    font-weight: inherit;
  }
  [data-consent-declaration] tr {
    border-bottom: 1px solid #8886;
  }
  @media (max-width: 40em) {
    [data-consent-declaration] thead {
      display: none;
    }
    [data-consent-declaration] :is(tbody, tr, th, td) {
      display: block;
      padding-block: 0.125em;
    }
    [data-consent-declaration] [data-label]::before {
      content: attr(data-label) ":\a0";
      opacity: 0.75;
    }
  }
`;
