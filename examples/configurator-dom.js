export const $ = (id) => document.getElementById(id);

/** A field of the form by its name. */
export const field = (name) => $("form").elements[name];

/** An element with properties and children. */
export function make(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export const option = (value, text) => make("option", { value, textContent: text });

/** Tells the form that a button of it changed something. */
export const changed = () => $("form").dispatchEvent(new Event("change-of-form"));
