import "lazysizes";
import { content, listen } from "../content.ts";

const show = (route) => {
  const view = document.querySelector("#view");
  view.innerHTML = content(route);
  // Marked for the loader, under the name that it does not know.
  view.querySelector("iframe").className = "lazyload";
};
listen(show);
