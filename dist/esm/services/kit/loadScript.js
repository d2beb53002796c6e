const loads = /* @__PURE__ */ new WeakMap();
function loadScript(context, url, attributes, key = url) {
  const known = loads.get(context.window) ?? /* @__PURE__ */ new Map();
  loads.set(context.window, known);
  const running = known.get(key);
  if (running) return running;
  const load = context.script(url, attributes).catch((error) => {
    known.delete(key);
    throw error;
  });
  known.set(key, load);
  return load;
}

export { loadScript };
