import { button } from './button.js';
import { el } from './el.js';

function choicePair({ host, words, choose }) {
  return el(
    host.document,
    "div",
    { class: "pair", part: "choices" },
    ...["reject", "accept"].map((answer) => {
      const kind = `${answer}-all`;
      return button(
        host.document,
        words.text(`action.${answer}`),
        { part: "choice", action: kind },
        (event) => choose({ kind }, event)
      );
    })
  );
}

export { choicePair };
