import { hash32 } from "../../lib/hash32.ts";
import type { GateConfig } from "../config/config.ts";

/**
 * Fingerprint of what a choice for one category was about: the controller, the category, its
 * services and their legal basis. Colour, language and wording are left out on purpose: they do not
 * ask again (GDPR Art. 4(11) "specific"; a new purpose or recipient does).
 */
export function fingerprint(config: GateConfig, category: string): string {
  const services = config.services.flatMap((service) =>
    service.category == category ? `${service.id}:${service.basis}` : [],
  );
  return hash32([config.name, category, ...services.sort()].join("\n"));
}
