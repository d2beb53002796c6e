import { mount, unmount } from "svelte";
import { listen, routeOf } from "../content.ts";
import View from "./View.svelte";

const target = document.querySelector("#view");
target.replaceChildren();
let view = mount(View, { target, props: { route: routeOf(location.pathname) } });
listen((route) => {
  void unmount(view);
  view = mount(View, { target, props: { route } });
});
