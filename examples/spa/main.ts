import { consent } from "./consent.ts";

/** Each route gives what to show; markup that it carries is gated like any other. */
const routes: Record<string, () => Node[]> = {
  "/": () => [
    element("h1", "Single-page app"),
    element("p", "The library comes from npm. Routes change without a page load."),
  ],
  "/film": () => {
    const frame = document.createElement("iframe");
    frame.title = "Film";
    frame.dataset["consent"] = "youtube";
    frame.dataset["src"] = "https://www.youtube-nocookie.com/embed/acme";
    return [element("h1", "Film"), frame];
  },
  "/about": () => {
    const table = document.createElement("div");
    table.setAttribute("data-consent-declaration", "");
    return [element("h1", "What this app uses"), table];
  },
};

function element(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: text });
}

function show(path: string): void {
  const route = routes[path] ?? routes["/"]!;
  document.querySelector("main")!.replaceChildren(...route());
}

// Routing by the address' fragment, so that any file server will do.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href^='#/']") : null;
  if (!link) return;
  event.preventDefault();
  history.pushState(null, "", link.getAttribute("href"));
  show(location.hash.slice(1));
});
addEventListener("popstate", () => show(location.hash.slice(1)));
show(location.hash.slice(1) || "/");

consent.start();
