/** What the site of the matrix shows: shared by its server and by the libraries that render in the page. */

export const CDN = "https://cdn.vendor.test";
export const ROUTES: readonly string[] = ["a", "b", "c", "d"];

/** An element as plain data: tag, attributes, text. */
type Element = readonly [tag: string, attributes: Readonly<Record<string, string>>, text: string];

const ownCode = (route: string): string => `seen.ran.push("own ${route}")`;

/**
 * Says that it ran; and where it must not have, or ran twice for one element, that this is an error. (Of a shadow root
 * no script is the current one.)
 */
const gatedCode = (route: string): string =>
  `{ const held = document.currentScript?.nextElementSibling;
  seen.ran.push("gated ${route}");
  if (!Consentry.current.permits("performance")) seen.errors.push("ran without consent: ${route}");
  if (held?.hasRun) seen.errors.push("ran twice: ${route}");
  if (held) held.hasRun = true; }`;

/** The elements of a route: a script of the page's own, two gated ones, a gated frame, a frame of its own. */
export function elements(route: string): Element[] {
  const waits = { type: "text/plain", "data-consent": "performance" };
  const film = { title: "Film", width: "300", height: "200" };
  return [
    ["h1", {}, route],
    ["script", {}, ownCode(route)],
    ["script", waits, gatedCode(route)],
    ["script", { ...waits, "data-consent-src": `${CDN}/script-${route}.js` }, ""],
    [
      "iframe",
      { "data-consent": "marketing", "data-consent-src": `${CDN}/frame-${route}`, ...film },
      "",
    ],
    ["iframe", { src: `/own-frame-${route}`, ...film }, ""],
  ];
}

/** The same without what frameworks that render in the page never run. */
export const components = (route: string): Element[] =>
  elements(route).filter(([tag, attributes]) => tag != "script" || "data-consent" in attributes);

/** The same as HTML. */
export function content(route: string): string {
  const written = ([tag, attributes, text]: Element): string => {
    const given = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    return `<${tag}${given.join("")}>${text}</${tag}>`;
  };
  return elements(route).map(written).join("\n");
}

export const links: string = ROUTES.map(
  (route) => `<a id="to-${route}" data-route="${route}" href="/${route}">${route}</a>`,
).join(" ");

/** The route of an address's path. */
export const routeOf = (path: string): string => path.slice(1) || "a";

/** Lets the page's links and the browser's Back show routes: a router as applications write it. */
export function listen(show: (route: string) => void): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[data-route]");
    if (!link) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    show(link.dataset["route"]!);
  });
  addEventListener("popstate", () => show(routeOf(location.pathname)));
}
