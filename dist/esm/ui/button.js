import { el } from './el.js';

function button(document, label, { part, action }, onClick) {
  const made = el(
    document,
    "button",
    { type: "button", part, "data-consentry-action": action },
    label
  );
  made.addEventListener("click", onClick);
  return made;
}

export { button };
