import { ConsentProvider, ConsentSettings, Consented, useConsent } from "consentry/react";
import { createElement as h } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";

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

export const render = (consent, initial) => renderToString(tree(consent, initial));
export function hydrate(target, consent, initial) {
  hydrateRoot(target, tree(consent, initial), { onRecoverableError: console.error });
}
