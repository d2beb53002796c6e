import { createElement as h } from "react";
import { hydrateRoot } from "react-dom/client";
import { Page, routeOf } from "./react.js";

const first = routeOf(location.pathname);
const report = { onRecoverableError: (error) => seen.errors.push(`recovered: ${error}`) };
hydrateRoot(document, h(Page, { first, head: document.head.innerHTML }), report);
