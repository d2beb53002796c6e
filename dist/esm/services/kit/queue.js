function queue(window, name) {
  const value = window[name];
  if (isQueue(value)) return value;
  const made = [];
  window[name] = made;
  return made;
}
function isQueue(value) {
  return typeof value == "object" && !!value && "push" in value && typeof value.push == "function";
}

export { queue };
