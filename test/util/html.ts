/** A page of the test site. Everything has a default. */
export interface PageParts {
  lang?: string;
  /** Before the tag. */
  head?: string;
  /** The library: markup that loads and starts it. */
  library?: string;
  body?: string;
}

/** What the smallest site writes: the categories that it asks for are those that its services or its page use. */
export const PLAIN = { controller: { name: "Acme BV" }, policyUrl: "/privacy" };

/** What a small site writes; it lists its categories, so that they are asked for on pages that use none. */
export const BASIC: { controller: { name: string }; policyUrl: string; categories: string[] } = {
  ...PLAIN,
  categories: ["performance", "marketing"],
};

/** The script tag with an inline start, as in the first example of the contract. */
export function inline(config: unknown = BASIC): string {
  // `<` is escaped as a site's template engine would, so that a text cannot close the script.
  const text = JSON.stringify(config)?.replaceAll("<", "\\u003c");
  return `<script src="/dist/consentry.js"></script>
    <script>Consentry.start(${text})</script>`;
}

/** Keeps what the page was told and what went wrong in it, for the test to ask for. */
const OBSERVER = `
  window.seen = { errors: [], events: [], ran: [] };
  addEventListener("error", (event) => seen.errors.push(String(event.message || "load " + event.target)));
  addEventListener("unhandledrejection", (event) => seen.errors.push(String(event.reason)));
  for (const name of ["ready", "change", "decision", "withdraw"]) {
    document.addEventListener("consentry:" + name, (event) => {
      seen.events.push({ name, detail: JSON.parse(JSON.stringify(event.detail ?? null)) });
    });
  }`;

/** Builds a page. Its first script watches; then come the head, the library and the body. */
export function html({ lang = "en", head = "", library = inline(), body = "" }: PageParts): string {
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Shop</title>
    <link rel="icon" href="data:,">
    <script>${OBSERVER}</script>
    ${head}
    ${library}
  </head>
  <body>
    <h1>Shop</h1>
    ${body}
  </body>
</html>`;
}
