const WITHHELD = "[data-src],[data-srcset],[data-href],[data-poster],[data-data]";
function translateMarkup(root, migrations, unknown) {
  const added = [];
  const set = (element, attribute, value) => {
    element.setAttribute(attribute, value);
    added.push([new WeakRef(element), attribute]);
  };
  const translate = (element, { map, names, address = "" }) => {
    const isScript = element.localName == "script";
    if (element.hasAttribute("data-consent")) return;
    if (isScript && element.getAttribute("type") != "text/plain") return;
    const aside = address && element.getAttribute(address);
    if (!isScript && !aside && !element.matches(WITHHELD)) return;
    const needs = [];
    for (const name of names(element)) {
      const not = name.startsWith("!") ? "!" : "";
      const ids = map[not ? name.slice(1) : name];
      if (ids) needs.push(...ids.split(/\s+/).map((id) => id && not + id));
      else return isScript ? unknown(name) : void 0;
    }
    if (!needs.length) return;
    if (aside && !element.hasAttribute("data-src")) set(element, "data-src", aside);
    set(element, "data-consent", needs.join(" "));
  };
  const scan = (node) => {
    for (const migration of migrations) {
      const { selector } = migration;
      if (!selector || !migration.names) continue;
      if (node.matches?.(selector)) translate(node, migration);
      for (const element of node.querySelectorAll(selector)) translate(element, migration);
    }
  };
  const observer = new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations) {
      for (const node of addedNodes) if (node instanceof Element) scan(node);
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  scan(root);
  return () => {
    observer.disconnect();
    for (const [element, attribute] of added) element.deref()?.removeAttribute(attribute);
  };
}

export { translateMarkup };
