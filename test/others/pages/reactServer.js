import { createElement as h } from "react";
import { renderToString } from "react-dom/server";
import { Page, View } from "./react.js";

export const renderRoot = (first) => renderToString(h(View, { first }));
export const renderDocument = (first, head) => renderToString(h(Page, { first, head }));
