const seen = /* @__PURE__ */ new WeakMap();
function once({ window }, key) {
  const keys = seen.get(window) ?? /* @__PURE__ */ new Set();
  seen.set(window, keys);
  return !keys.has(key) && !!keys.add(key);
}

export { once };
