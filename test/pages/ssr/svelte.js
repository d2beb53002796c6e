import { hydrate as hydrateTree } from "svelte";
import { render as renderTree } from "svelte/server";
import App from "./App.svelte";

export const render = (consent, initial) => renderTree(App, { props: { consent, initial } }).body;
export function hydrate(target, consent, initial) {
  hydrateTree(App, { target, props: { consent, initial } });
}
