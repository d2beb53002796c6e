const KEY = /* @__PURE__ */ Symbol.for("consentry.services");
function memory(window) {
  const found = Reflect.get(window, KEY);
  if (found instanceof Map) return found;
  const made = /* @__PURE__ */ new Map();
  Object.defineProperty(window, KEY, { value: made, configurable: true });
  return made;
}

export { memory };
