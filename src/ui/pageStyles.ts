import { css } from "./css.ts";

/** The placeholder of an embed, inside its own shadow root. */
export const placeholderStyles: string = css`
  .c {
    container-type: inline-size;
    display: grid;
    align-content: safe center;
    justify-items: center;
    gap: 0.75em;
    height: 100%;
    padding: 1em;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--tint);
    text-align: center;
  }
  strong {
    font-weight: 600;
  }
  p {
    max-width: 36em;
    color: var(--muted);
    font-size: 0.875em;
  }
  div div {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.625em;
  }
  button {
    background: var(--surface);
    font-size: 0.875em;
  }
`;

/**
 * The declaration stands in the page and takes its type and colours from there. A table on wide
 * screens, one block a line on a phone.
 */
export const declarationStyles: string = css`
  [data-consent-declaration] table {
    width: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  [data-consent-declaration] caption,
  [data-consent-declaration] th {
    text-align: start;
  }
  [data-consent-declaration] :is(th, td) {
    padding: 0.5em 1em 0.5em 0;
    border-bottom: 1px solid #8885;
    overflow-wrap: anywhere;
    vertical-align: top;
  }
  @media (max-width: 40em) {
    [data-consent-declaration] thead {
      display: none;
    }
    [data-consent-declaration] :is(tbody, tr, th, td) {
      display: block;
    }
    [data-consent-declaration] td::before {
      content: attr(data-label) ":\a0";
    }
  }
`;
