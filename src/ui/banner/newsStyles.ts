import { css } from "../theme/css.ts";

/** News that stays for a while. Comes with the preference centre, not before. */
export const newsStyles: string = css`
  /* What a visitor must see too stays for a while; it stands in the preference centre after that. */
  .shown {
    z-index: 2147483647;
    inset: auto 1em 1em;
    width: fit-content;
    max-width: 40em;
    height: auto;
    margin: auto;
    padding: 0.75em 1em;
    clip-path: none;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: 0 1em 3em -0.5em #0c192840;
    white-space: normal;
    animation: pass 15s forwards;
  }
  @keyframes pass {
    95% {
      opacity: 1;
    }
    to {
      visibility: hidden;
      opacity: 0;
    }
  }
`;
