import type { ShimContext } from "../../../core/config/shim.ts";

/**
 * vanilla-cookieconsent's buttons, object and events (`data-cc`, `CookieConsent.acceptedCategory`, `cc:onConsent`).
 *
 * @confidence high for version 3; of version 2 only the buttons
 * @source orestbida/cookieconsent docs/advanced/custom-attribute.md, docs/advanced/callbacks-events.md,
 *   docs/reference/api-reference.md
 */
export function vanillaCookieconsentShim(tool: ShimContext): void {
  const { permits, isDecided } = tool;
  const categories = tool.names.filter((name) => !name.includes("/"));
  const settings = (): void => tool.show("preferences");
  const banner = (): void => tool.show("banner");
  const chosen = () => {
    const acceptedCategories = categories.filter(permits);
    const rejectedCategories = categories.filter((name) => !permits(name));
    const acceptType = rejectedCategories.length
      ? acceptedCategories.length
        ? "custom"
        : "necessary"
      : "all";
    return { acceptType, acceptedCategories, rejectedCategories };
  };
  const actions: Readonly<Record<string, () => void>> = {
    "show-preferencesModal": settings,
    "show-consentModal": banner,
    "accept-all": tool.acceptAll,
    "accept-necessary": tool.rejectAll,
    "c-settings": settings, // Version 2.
  };
  tool.onClick("[data-cc]", (element) => {
    const name = element.getAttribute("data-cc")!;
    if (Object.hasOwn(actions, name)) actions[name]!();
  });
  tool.define("CookieConsent", {
    run: () => Promise.resolve(),
    show: banner,
    hide: tool.hide,
    showPreferences: settings,
    hidePreferences: tool.hide,
    acceptedCategory: permits,
    acceptedService: (service: string, category: string) => permits(`${category}/${service}`),
    acceptCategory(wanted: string | readonly string[] = [], but: readonly string[] = []) {
      const all = wanted == "all" ? categories : [wanted].flat();
      tool.save(
        Object.fromEntries(
          categories.map((name) => [name, all.includes(name) && !but.includes(name)]),
        ),
      );
    },
    validConsent: isDecided,
    getUserPreferences: chosen,
  });
  let before = "";
  tool.onChoice((isStart) => {
    if (!isDecided()) return;
    const { acceptedCategories } = chosen();
    const detail = { cookie: { categories: acceptedCategories } };
    const isFirst = !isStart && !before;
    const changedCategories = categories.filter(
      (name) => before.split(" ").includes(name) != permits(name),
    );
    if (isFirst) tool.send("cc:onFirstConsent", detail);
    if (isStart || isFirst) tool.send("cc:onConsent", detail);
    else if (changedCategories.length)
      tool.send("cc:onChange", { ...detail, changedCategories, changedServices: {} });
    before = ["necessary", ...acceptedCategories].join(" ");
  });
}

export default vanillaCookieconsentShim;
