import { content, listen, routeOf } from "../content.ts";

// A component that writes into its own shadow root, and has that gated.
customElements.define(
  "x-view",
  class extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      root.innerHTML = content(this.getAttribute("route"));
      Consentry.push((consent) => {
        this.stop = consent.observe(root);
      });
    }
    disconnectedCallback() {
      this.stop?.();
    }
  },
);
const show = (route) => {
  const view = document.createElement("x-view");
  view.setAttribute("route", route);
  document.querySelector("#view").replaceChildren(view);
};
listen(show);
show(routeOf(location.pathname));
