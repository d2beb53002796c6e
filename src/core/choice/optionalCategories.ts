import { NECESSARY, type GateConfig } from "../config/config.ts";

/** The categories that a visitor is asked about: all but `necessary`. */
export function optionalCategories(config: Pick<GateConfig, "categories">): string[] {
  return config.categories.filter((id) => id != NECESSARY);
}
