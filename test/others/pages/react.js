import { createElement as h, useEffect, useState } from "react";
import { components, links, listen, routeOf } from "../content.ts";

const withHtml = (__html) => ({ dangerouslySetInnerHTML: { __html } });

function Route({ route }) {
  return components(route).map(([tag, attributes, text], key) =>
    tag == "script"
      ? h(tag, { ...attributes, key, ...withHtml(text) })
      : h(tag, { ...attributes, key }, text || null),
  );
}

export function View({ first }) {
  const [route, setRoute] = useState(first);
  useEffect(() => {
    listen(setRoute);
    seen.isHydrated = true;
  }, []);
  return h("section", { key: route }, h(Route, { route }));
}

/** The whole document, whose head the server gives as it is. */
export function Page({ first, head }) {
  const view = h("main", { id: "view" }, h(View, { first }));
  const body = h("body", null, h("nav", withHtml(links)), view);
  const top = h("head", { ...withHtml(head), suppressHydrationWarning: true });
  return h("html", { lang: "en" }, top, body);
}

export { routeOf };
