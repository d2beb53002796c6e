import type { UiHost } from "../../core/config/parts.ts";
import { isAsked } from "../../lib/isAsked.ts";
import { layoutOf } from "../banner/layoutOf.ts";
import type { State } from "../../core/choice/state.ts";
import { dict } from "../../lib/dict.ts";
import type { Texts } from "./createTexts.ts";

/**
 * Exactly what a visitor was shown, as one JSON text: the texts after the site's overrides (of the
 * preference centre too, once that was shown), the language, the layout, who asks, and each category and
 * service with what it stores and how its switch stood. The same facts give the same text. The proof log
 * keeps its hash in each record (GDPR Art. 7(1)).
 */
export function describeNotice(host: UiHost, seen: State, words: Texts): string {
  const { config, gpc } = host;
  const { language, messages, name } = words;
  const { controller, policyUrl, categories, services } = config;
  const on = Object.assign(dict<boolean>(), seen.categories, seen.services);
  return JSON.stringify({
    version: 1,
    language,
    layout: layoutOf(host),
    controller,
    policyUrl,
    gpc,
    texts: messages,
    categories: categories
      .filter((id) => isAsked(seen, id))
      .map((id) => ({
        id,
        name: name(id),
        on: on[id] === true,
        services: services
          .filter(({ category }) => category == id)
          .map((service) => ({ ...service, on: on[service.id] === true })),
      })),
  });
}
