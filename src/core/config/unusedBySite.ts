import type { GateConfig } from "./config.ts";

/** The categories that a site asks for only where a page uses them: those that it does not list, and no service is in. */
export function unusedBySite({
  _usable: usable,
  _categoriesFixed: fixed,
  categories,
  services,
}: Pick<GateConfig, "_usable" | "_categoriesFixed" | "categories" | "services">): string[] {
  return fixed || !usable
    ? []
    : categories.filter((id) => !services.some(({ category }) => category == id));
}
