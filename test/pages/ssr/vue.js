import { ConsentSettings, Consented, consentPlugin, useConsent } from "consentry/vue";
import { createSSRApp, h } from "vue";
import { renderToString } from "vue/server-renderer";

const App = {
  setup() {
    const { state, permits } = useConsent();
    return () => {
      globalThis.passes?.push(permits("youtube"));
      return h("main", [
        h("p", { role: "status" }, state.value.status),
        h(
          Consented,
          { to: "youtube" },
          {
            default: () => h("iframe", { title: "Film", src: "about:blank" }),
            fallback: () => h("p", { id: "ask" }, "Film?"),
          },
        ),
        h(ConsentSettings, { of: "youtube" }, () => "Settings"),
      ]);
    };
  },
};
const tree = (consent, initial) => createSSRApp(App).use(consentPlugin(consent, initial));

export const render = (consent, initial) => renderToString(tree(consent, initial));
export const hydrate = (target, consent, initial) => void tree(consent, initial).mount(target);
