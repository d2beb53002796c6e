import { createElement as h } from "react";
import { hydrateRoot } from "react-dom/client";
import { routeOf, View } from "./react.js";

const report = { onRecoverableError: (error) => seen.errors.push(`recovered: ${error}`) };
hydrateRoot(
  document.querySelector("#view"),
  h(View, { first: routeOf(location.pathname) }),
  report,
);
