import { css } from "../theme/css.ts";

/** The switches of the preference centre, drawn in place of check boxes. */
export const switchStyles: string = css`
  [role="switch"] {
    appearance: none;
    display: grid;
    align-items: center;
    width: 2.75em;
    height: 2.75em;
    outline: 0;
    font-size: 1em;
  }
  [role="switch"]::before,
  [role="switch"]::after {
    content: "";
    grid-area: 1 / 1;
    box-sizing: border-box;
    border: 2px solid var(--edge);
    border-radius: 9em;
    background: var(--edge);
    forced-color-adjust: none;
  }
  [role="switch"]::before {
    height: 1.625em;
  }
  [role="switch"]::after {
    width: 1.125em;
    height: 1.125em;
    margin-inline-start: 0.25em;
    border-color: var(--surface);
    background: var(--surface);
  }
  [role="switch"]:checked::before {
    border-color: var(--accent);
    background: var(--accent);
  }
  [role="switch"]:checked::after {
    translate: 1.125em;
    border-color: var(--on-accent);
    background: var(--on-accent);
  }
  [dir="rtl"] [role="switch"]:checked::after {
    translate: -1.125em;
  }
  [role="switch"]:focus-visible::before {
    outline: 3px solid var(--text);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    [role="switch"] {
      --edge: ButtonText;
      --surface: Canvas;
      --accent: Highlight;
      --on-accent: HighlightText;
    }
  }
`;
