import type { Service } from "./service.ts";

/** The data layers that services name, each once. */
export function dataLayersOf(services: readonly Service[]): string[] {
  const names = services.map(({ dataLayer }): unknown => dataLayer);
  return [...new Set(names.filter((name) => typeof name == "string" && name))] as string[];
}
