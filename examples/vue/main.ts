import { consentPlugin } from "consentry/vue";
import { createApp } from "vue";
import App from "./App.vue";
import { consent } from "./consent.ts";

createApp(App).use(consentPlugin(consent)).mount("#app");
consent.start();
