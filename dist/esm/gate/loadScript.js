function createLoadScript(gate, document, gone) {
  const loaded = /* @__PURE__ */ new Set();
  gone.addEventListener("abort", () => {
    for (const { element, fresh } of gate.items()) {
      if (loaded.has(element)) (fresh ?? element).remove();
    }
  });
  return (url, ids, attributes) => new Promise((resolve, reject) => {
    const held = document.createElement("script");
    const own = { type: "text/plain", "data-consent": ids, "data-src": url };
    const all = { async: "", ...attributes, ...own };
    for (const [name, value] of Object.entries(all)) held.setAttribute(name, value);
    held.addEventListener("load", () => resolve());
    held.addEventListener("error", reject);
    loaded.add(held);
    document.querySelector("head").append(held);
    gate.meet(held);
    gate.queue.pump();
  });
}

export { createLoadScript };
