import { mount } from "svelte";
import App from "./App.svelte";
import { consent } from "./consent.ts";

mount(App, { target: document.querySelector("#app")! });
consent.start();
