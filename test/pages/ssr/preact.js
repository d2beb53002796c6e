import "preact/debug";
import { ConsentProvider, ConsentSettings, Consented, useConsent } from "consentry/preact";
import { h, hydrate as hydrateTree, render as renderTree } from "preact";

function App() {
  const { state, permits } = useConsent();
  globalThis.passes?.push(permits("youtube"));
  const film = () => h("iframe", { title: "Film", src: "about:blank" });
  return h(
    "main",
    null,
    h("p", { role: "status" }, state.status),
    h(Consented, { to: "youtube", fallback: h("p", { id: "ask" }, "Film?") }, film),
    h(ConsentSettings, { of: "youtube" }, "Settings"),
  );
}
const tree = (consent, initial) => h(ConsentProvider, { consent, initial }, h(App));

/** Stands in for preact-render-to-string: the same first pass, in a page, of an instance that was not started. */
export function render(consent, initial) {
  const root = document.createElement("div");
  renderTree(tree(consent, initial), root);
  return root.innerHTML;
}
export function hydrate(target, consent, initial) {
  hydrateTree(tree(consent, initial), target);
}
