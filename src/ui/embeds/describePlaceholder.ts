import type { UiHost } from "../../core/config/parts.ts";
import type { Words } from "../shell/createWords.ts";

/**
 * Exactly what a placeholder shows, as one JSON text: its words, the language, who asks, and the services that "always
 * allow" permits, as `describeNotice` says it of the banner.
 *
 * @param ids what it allows
 */
export function describePlaceholder(
  { config }: UiHost,
  { language, text, name, list }: Words,
  ids: readonly string[],
): string {
  const { controller, policyUrl, services } = config;
  const service = list(ids.map(name));
  const keys = (["title", "text", "once", "always"] as const).map(
    (key) => `placeholder.${key}` as const,
  );
  return JSON.stringify({
    version: 1,
    language,
    layout: "placeholder",
    controller,
    policyUrl,
    texts: Object.fromEntries(keys.map((key) => [key, text(key, { service })])),
    ids,
    services: services.filter(({ id, category }) => ids.includes(id) || ids.includes(category)),
  });
}
