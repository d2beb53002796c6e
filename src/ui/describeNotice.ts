import type { UiHost } from "../core/parts.ts";
import type { State } from "../core/state.ts";
import { canonicalJson } from "../lib/canonicalJson.ts";
import { createWords } from "./createWords.ts";

/**
 * Exactly what a visitor was shown, as one canonical JSON text: every text after the site's
 * overrides, the language, the layout, who asks, and each category and service with what it stores
 * and how its switch stood. The proof log keeps its hash in each record (GDPR Art. 7(1)).
 */
export function describeNotice(host: UiHost, seen: State): string {
  const { config, gpc } = host;
  const { language, messages, name, about, purpose } = createWords(host);
  return canonicalJson({
    version: 1,
    language,
    layout: config.layout,
    controller: config.controller,
    policyUrl: config.policyUrl,
    gpc,
    texts: messages,
    categories: config.categories.map((id) => ({
      id,
      name: name(id),
      about: about(id),
      on: seen.categories[id] === true,
      services: config.services
        .filter(({ category }) => category == id)
        .map((service) => ({
          ...service,
          purpose: purpose(service.purpose ?? ""),
          on: seen.services[service.id] === true,
        })),
    })),
  });
}
