import { createApp, h, ref } from "vue";
import { components, listen, routeOf } from "../content.ts";

const route = ref(routeOf(location.pathname));
const rendered = () =>
  components(route.value).map(([tag, attributes, text], key) =>
    h(tag, { ...attributes, key }, text),
  );
createApp({ render: () => h("section", { key: route.value }, rendered()) }).mount("#view");
listen((next) => {
  route.value = next;
});
